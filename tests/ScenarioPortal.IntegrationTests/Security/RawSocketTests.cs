using System.Net.Sockets;
using System.Text;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Security;

/// <summary>Requests that no browser sends, written to the socket by hand. Were what hides behind one answered, it would be “not found”.</summary>
public sealed class RawSocketTests(PortalDatabase database)
{
    public static TheoryData<string> Ambiguous { get; } =
    [
        "POST /try HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "POST /try HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nContent-Length: 40\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "POST /try HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "POST /try HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "POST /try HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "POST /try HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "POST /try HTTP/1.1\r\nHost: localhost\r\nContent-Length: +4\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "POST /try HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZ\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n",
        "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"
    ];

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task What_hides_behind_a_request_is_never_answered(string request)
    {
        await using var portal = await PortalHost.StartAsync(database, ("AllowedHosts", "localhost"));

        var answer = await SendAsync(portal.Serve(), request);

        var statuses = answer.Split("HTTP/1.1 ").Skip(1).Select(a => a[..3]).ToList();
        Assert.NotEmpty(statuses);
        Assert.All(statuses, status => Assert.Contains(status, (string[])["400", "501", "505"]));
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Too_many_or_too_large_headers_are_refused()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var address = portal.Serve();

        var many = await SendAsync(address, $"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 100).Select(n => $"X-{n}: a\r\n"))}\r\n");
        var large = await SendAsync(address, $"GET / HTTP/1.1\r\nHost: localhost\r\nX: {new string('a', 40_000)}\r\n\r\n");
        var longLine = await SendAsync(address, $"GET /{new string('a', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431", many, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431", large, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 414", longLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_before_it_is_read()
    {
        await using var portal = await PortalHost.StartAsync(database);

        var answer = await SendAsync(portal.Serve(), "POST /api/v1/match HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10737418240\r\n\r\n{");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        await using var portal = await PortalHost.StartAsync(database, ("AllowedHosts", "portal.example"));

        var answer = await SendAsync(portal.Serve(), "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(Uri address, string request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellation);
        var stream = client.GetStream();
        var answer = new StringBuilder();
        var buffer = new byte[8192];
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancellation);
            for (var count = await stream.ReadAsync(buffer, cancellation); count > 0; count = await stream.ReadAsync(buffer, cancellation))
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // Closed with something of the request still unread: what was answered before counts.
        }

        return answer.ToString();
    }
}
