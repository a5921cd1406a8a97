using System.Text;
using ScenarioPortal.Benchmarks.Serving;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Benchmarks.Load;

/// <summary>What is asked of whom: prepared requests, taken in turn.</summary>
internal sealed class Target(string name, Uri address, ChildProcess server, IReadOnlyList<byte[]> requests)
{
    private int _next;

    public string Name { get; } = name;

    public Uri Address { get; } = address;

    public ChildProcess Server { get; } = server;

    public Goal Goal { get; init; }

    /// <summary>How many ask at once.</summary>
    public int Connections { get; init; } = LoadGenerator.Connections;

    public byte[] NextRequest()
    {
        var request = requests[_next];
        _next = (_next + 1) % requests.Count;
        return request;
    }

    /// <param name="address">The server.</param>
    /// <param name="pathAndQuery">What is asked for.</param>
    /// <param name="session">The key of somebody who is signed in; null for a visitor.</param>
    public static byte[] Get(Uri address, string pathAndQuery, string? session = null)
    {
        var cookie = session is null ? "" : $"Cookie: {SessionCookie.Name}={session}\r\n";
        return Encoding.ASCII.GetBytes($"GET {pathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n{cookie}Accept: text/html\r\nAccept-Language: zh-CN\r\n\r\n");
    }

    public static byte[] Post(Uri address, string path, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
    }
}
