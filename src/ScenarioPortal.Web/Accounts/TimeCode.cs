using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Codes of authenticator apps: RFC 6238 with SHA-1, six digits and steps of 30 seconds, which all apps understand.</summary>
internal static class TimeCode
{
    public const int Digits = 6;
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The time step whose code this is, one step early or late at most; null when it is none, or of a step that was used before.</summary>
    /// <param name="secret">The secret that the app shares.</param>
    /// <param name="code">What was typed; spaces do not count.</param>
    /// <param name="now">The moment.</param>
    /// <param name="lastStep">The last step that was accepted.</param>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now, long? lastStep)
    {
        var typed = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        var current = StepAt(now);
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(At(secret, step)), System.Text.Encoding.UTF8.GetBytes(typed)))
            {
                found = step;
            }
        }

        return found > (lastStep ?? 0) ? found : null;
    }

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "The algorithm that RFC 6238 names and apps use; its strength rests on the secret, not on collisions.")]
    public static string At(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var truncated = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFF_FFFF;
        return (truncated % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(byte[] secret, string portal, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(portal)}:{Uri.EscapeDataString(email)}?secret={Base32.Encode(secret)}&issuer={Uri.EscapeDataString(portal)}";
}
