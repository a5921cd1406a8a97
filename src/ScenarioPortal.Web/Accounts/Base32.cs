using System.Text;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Bytes as capital letters and the digits 2 to 7 (RFC 4648, without padding), which people can type.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var octet in bytes)
        {
            buffer = ((buffer & 0x1F) << 8) | octet;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 0x1F]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(buffer << (5 - bits)) & 0x1F]).ToString();
    }

    /// <summary>In groups of four, to be read and typed.</summary>
    public static string InGroups(string text) => string.Join(' ', text.Chunk(4).Select(c => new string(c)));
}
