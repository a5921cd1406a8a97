using System.Net;

namespace ScenarioPortal.Web.Security;

/// <summary>Whether a name means this machine and no other.</summary>
internal static class Loopback
{
    public static bool Is(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
