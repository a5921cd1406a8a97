namespace ScenarioPortal.Matching.Text;

/// <summary>
/// Finds what the text of a need says but does not ask for: what it refuses (不想装摄像头), and words about when, how often
/// and so on, which any need may have (第二天). The rules are lists, see <see cref="AsideWords"/>.
/// </summary>
internal static class Asides
{
    /// <summary>A refusal reaches no further than this, in characters.</summary>
    private const int Reach = 16;

    /// <summary>How far behind a ban the means may stand that it bans: 不许 再 装.</summary>
    private const int Gap = 4;

    /// <summary>For each character whether it is said in passing.</summary>
    /// <param name="text">The text as it is compared, each character where it stands in the original.</param>
    /// <param name="terms">Its terms.</param>
    public static bool[] Mark(ReadOnlySpan<char> text, List<Term> terms)
    {
        var marks = new bool[text.Length];
        var words = new WordBounds(text.Length, terms);
        for (var start = 0; start < text.Length; start++)
        {
            if (Longest(text[start..], AsideWords.NoRefusals) is > 0 and var length)
            {
                start += length - 1;
            }
            else if (Refused(text, start, words) is { } refused)
            {
                marks.AsSpan(refused..RefusalEnd(text, refused, words)).Fill(true);
            }
        }

        foreach (var term in terms)
        {
            if (term.Kind == TermKind.Word && AsideWords.Passing.Contains(term.Key))
            {
                marks.AsSpan(term.Start, term.Length).Fill(true);
            }
        }

        return marks;
    }

    /// <summary>Where the object of the refusal begins that stands at <paramref name="start"/>; null when none does.</summary>
    private static int? Refused(ReadOnlySpan<char> text, int start, WordBounds words)
    {
        var refusal = Longest(text[start..], AsideWords.Refusals);
        if (refusal > 0 && words.AreWhole(start, refusal))
        {
            return start + refusal;
        }

        var ban = Longest(text[start..], AsideWords.Bans);
        return ban > 0 && words.AreWhole(start, ban) && NamesMeans(text[(start + ban)..]) ? start + ban : null;
    }

    private static bool NamesMeans(ReadOnlySpan<char> text)
    {
        for (var skipped = 0; skipped <= Gap && skipped < text.Length && CharacterKind.IsHan(text[skipped]); skipped++)
        {
            if (Longest(text[skipped..], AsideWords.Means) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A refusal goes to the end of its clause, over enumerations, or up to a word that turns the sentence.</summary>
    private static int RefusalEnd(ReadOnlySpan<char> text, int start, WordBounds words)
    {
        var end = start;
        while (end < text.Length && end - start < Reach && Continues(text[end]) && !Turns(text[end], end, words))
        {
            end++;
        }

        return words.NextBound(end);
    }

    private static bool Continues(char character) =>
        CharacterKind.IsHan(character) || CharacterKind.IsLatin(character) || character is '、' or ' ' or '“' or '”' or '\0';

    private static bool Turns(char character, int place, WordBounds words) =>
        AsideWords.Turns.Contains(character) && words.AreWhole(place, 1);

    private static int Longest(ReadOnlySpan<char> text, string[] phrases)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            longest = phrase.Length > longest && text.StartsWith(phrase, StringComparison.Ordinal) ? phrase.Length : longest;
        }

        return longest;
    }
}
