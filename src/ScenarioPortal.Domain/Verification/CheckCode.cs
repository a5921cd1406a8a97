using System.Security.Cryptography;

namespace ScenarioPortal.Domain.Verification;

/// <summary>Letters and digits that people read from paper and type: none looks like another, so 0, 1, I and O are missing.</summary>
public static class CheckCode
{
    /// <summary>80 bits: nobody guesses one.</summary>
    public const int Length = 16;

    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int GroupLength = 4;
    private const int ShortLength = 8;
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it was typed, without what people put between; null when it can be none.</summary>
    public static string? Read(string? typed)
    {
        var code = string.Concat((typed ?? "").Select(c => char.ToUpperInvariant(c is >= FullWidthFirst and <= FullWidthLast ? (char)(c - FullWidthFirst + '!') : c)).Where(char.IsAsciiLetterOrDigit));
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>方案校验码: enough of a hash for two people to see that they hold the same.</summary>
    public static string OfHash(string hash)
    {
        var bits = Convert.ToUInt64(hash[..(ShortLength * 5 / 4)], 16);
        return InGroups(string.Create(ShortLength, bits, static (text, rest) =>
        {
            for (var at = text.Length - 1; at >= 0; at--, rest >>= 5)
            {
                text[at] = Alphabet[(int)(rest & 31)];
            }
        }));
    }

    /// <summary>ABCD-EFGH.</summary>
    public static string InGroups(string code) => string.Join('-', code.Chunk(GroupLength).Select(g => new string(g)));
}
