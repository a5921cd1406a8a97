using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ScenarioPortal.Web.Accounts;

/// <summary>A random key of 256 bits that its holder keeps; the portal keeps only its hash.</summary>
internal static class SecretKey
{
    private const int KeyBytes = 32;

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>SHA-256 as lower-case hex; a key this long needs no salt.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
