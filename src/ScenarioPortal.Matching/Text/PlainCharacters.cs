namespace ScenarioPortal.Matching.Text;

/// <summary>What a character becomes when nothing joins it, where that is one character again: so it is for nearly all of a Chinese text.</summary>
internal static class PlainCharacters
{
    /// <summary>Stands for: ask Unicode.</summary>
    public const char None = '\0';

    private const int FullWidthOffset = '！' - '!';

    private static readonly char[] Table = Make();

    public static ReadOnlySpan<char> Become => Table;

    private static char[] Make()
    {
        var table = new char[char.MaxValue + 1];
        for (var character = '\u0001'; character < char.MaxValue; character++)
        {
            table[character] = Of(character);
        }

        return table;
    }

    private static char Of(char character) => character switch
    {
        < '\u0080' => char.ToLowerInvariant(character),
        '\u3000' => ' ',
        >= '！' and <= '～' => char.ToLowerInvariant((char)(character - FullWidthOffset)),
        _ when CharacterKind.IsHan(character) => character,
        >= '\u3001' and <= '\u3020' => character,
        // Quotation marks, dashes, signs of units: “, —, ·, ℃ are in many texts.
        (>= '\u00A0' and <= '\u00FF') or (>= '\u2010' and <= '\u22FF') => One(character),
        _ => None
    };

    private static char One(char character)
    {
        Span<char> pieces = stackalloc char[Normaliser.MostOfOne];
        return !Normaliser.Joins(character) && Normaliser.Unicode([character], pieces) == 1 ? pieces[0] : None;
    }
}
