using System.Net;
using System.Net.Sockets;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Security;

/// <summary>By whom requests are counted: an account, or the network that a visitor comes from.</summary>
internal static class Asker
{
    private const int NetworkBytes = 8;

    public static string Of(HttpContext context) =>
        context.Person.AccountId is { } account ? $"account:{account}" : NetworkOf(context.Connection.RemoteIpAddress);

    /// <summary>One household or office has a whole /64 of IPv6: changing the address within it makes nobody new.</summary>
    public static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString()
    };
}
