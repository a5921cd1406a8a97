using System.Net;
using System.Net.Sockets;

namespace ScenarioPortal.Web.Accounts;

/// <summary>The network that somebody comes from: neighbours in it count as one.</summary>
internal static class NetworkOf
{
    private const int BytesKept4 = 3;
    private const int BytesKept6 = 8;

    /// <summary>203.0.113.0/24, or the first 64 bits of an IPv6 address.</summary>
    public static string Address(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var kept = address.AddressFamily is AddressFamily.InterNetwork ? BytesKept4 : BytesKept6;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(kept).Clear();
        return $"{new IPAddress(bytes)}/{kept * 8}";
    }
}
