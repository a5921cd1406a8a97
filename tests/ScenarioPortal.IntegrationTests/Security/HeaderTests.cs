using System.Net;
using ScenarioPortal.Web;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Security;

public sealed class HeaderTests(PortalDatabase database)
{
    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("GET", "/css/theme.css", HttpStatusCode.OK)]
    [InlineData("GET", "/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("GET", "/opportunities?lang=en", HttpStatusCode.Redirect)]
    [InlineData("GET", "/audit", HttpStatusCode.Redirect)]
    [InlineData("POST", "/api/v1/match", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "/csp-report", HttpStatusCode.BadRequest)]
    [InlineData("PUT", "/", HttpStatusCode.MethodNotAllowed)]
    public async Task Every_answer_tells_the_browser_what_to_refuse(string method, string address, HttpStatusCode status)
    {
        await using var portal = await PortalHost.StartAsync(database);

        var answer = await portal.Browser().SendAsync(new HttpRequestMessage(new HttpMethod(method), address) { Content = method is "POST" ? new StringContent("") : null });

        Assert.Equal(status, answer.StatusCode);
        AssertHeaders(answer);
    }

    [Fact]
    public async Task The_refusal_of_a_foreign_host_name_carries_them_too()
    {
        await using var portal = await PortalHost.StartAsync(database, ("AllowedHosts", "portal.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";

        var answer = await portal.Browser().SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        AssertHeaders(answer);
    }

    [Fact]
    public async Task An_unexpected_error_says_nothing_of_what_is_inside()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.Browser().GetAsync(Links.ReleaseList);
        await database.DropAsync(portal.Access);

        var answer = await portal.Browser().GetAsync($"{Links.ReleaseList}/{Guid.CreateVersion7()}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        AssertHeaders(answer);
        var page = await answer.Content.ReadAsStringAsync();
        foreach (var inside in (string[])["Npgsql", "Exception", "SELECT", "   at ", "portal_test_"])
        {
            Assert.DoesNotContain(inside, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Over_tls_the_browser_is_told_to_keep_to_it_for_a_year()
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "portal.example";

        var answer = await portal.Browser().SendAsync(request);

        Assert.Equal("max-age=31536000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task No_other_site_may_read_answers()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = portal.Browser();
        browser.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        foreach (var address in (string[])["/", "/openapi/v1.json", "/health/live"])
        {
            Assert.False((await browser.GetAsync(address)).Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("FOO")]
    public async Task Methods_that_a_page_does_not_use_are_refused(string method)
    {
        await using var portal = await PortalHost.StartAsync(database);

        foreach (var address in (string[])["/", "/opportunities", "/try", "/health/live", "/css/theme.css", "/csp-report", "/api/v1/match"])
        {
            Assert.Equal((address, HttpStatusCode.MethodNotAllowed), (address, (await portal.Browser().SendAsync(new HttpRequestMessage(new HttpMethod(method), address))).StatusCode));
        }
    }

    private static void AssertHeaders(HttpResponseMessage answer)
    {
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        foreach (var part in (string[])["default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "report-uri /csp-report", "report-to csp"])
        {
            Assert.Contains(part, policy, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("csp=\"/csp-report\"", answer.Headers.GetValues("Reporting-Endpoints").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("strict-origin-when-cross-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("camera=()", answer.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
        if (answer.Content.Headers.ContentType is { } type && type.MediaType!.StartsWith("text/", StringComparison.Ordinal))
        {
            Assert.Equal("utf-8", type.CharSet);
        }
    }
}
