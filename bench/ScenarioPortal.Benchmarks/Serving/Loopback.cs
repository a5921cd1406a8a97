using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ScenarioPortal.Benchmarks.Serving;

internal static class Loopback
{
    /// <summary>An address of this machine that nobody listened at a moment ago.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }

    /// <summary>As Kestrel wants it: without the slash.</summary>
    public static string Written(this Uri address) => address.GetLeftPart(UriPartial.Authority);
}
