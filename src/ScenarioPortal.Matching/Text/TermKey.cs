namespace ScenarioPortal.Matching.Text;

/// <summary>
/// A term as 64 bits, so that no strings are kept or compared: up to four characters stand in it as they are,
/// longer terms are hashed (FNV-1a over characters; among 10⁶ terms two meet with a chance of about 10⁻⁸).
/// </summary>
internal static class TermKey
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;
    private const int PackedLength = 4;

    public static ulong Of(ReadOnlySpan<char> term)
    {
        if (term.Length > PackedLength)
        {
            return Hash(term);
        }

        var key = 0UL;
        foreach (var character in term)
        {
            key = (key << 16) | character;
        }

        return key;
    }

    /// <summary>Whether a term is a single character.</summary>
    public static bool IsCharacter(ulong key) => key <= char.MaxValue;

    private static ulong Hash(ReadOnlySpan<char> term)
    {
        var key = Offset;
        foreach (var character in term)
        {
            key = (key ^ character) * Prime;
        }

        return key;
    }
}
