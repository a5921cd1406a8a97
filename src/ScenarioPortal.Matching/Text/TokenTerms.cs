namespace ScenarioPortal.Matching.Text;

/// <summary>The terms of letters and digits.</summary>
internal static class TokenTerms
{
    /// <summary>Shorter tokens of letters and digits say nothing.</summary>
    private const int ShortestToken = 2;

    /// <summary>A token as a unit, and its stretches of letters and of digits: <c>iso9001</c> is also <c>iso</c> and <c>9001</c>.</summary>
    public static int Add(NormalisedText text, int start, List<Term> terms)
    {
        var characters = text.Characters;
        var end = start + 1;
        while (end < characters.Length && (CharacterKind.IsLatin(characters[end]) || JoinsAt(characters, end)))
        {
            end++;
        }

        AddToken(text, start, end, terms);
        for (var first = start; first < end;)
        {
            var digits = char.IsDigit(characters[first]);
            var last = first;
            while (last < end && CharacterKind.IsLatin(characters[last]) && char.IsDigit(characters[last]) == digits)
            {
                last++;
            }

            if (last - first < end - start)
            {
                AddToken(text, first, last, terms);
            }

            first = Math.Max(last, first + 1);
        }

        return end;
    }

    private static bool JoinsAt(ReadOnlySpan<char> characters, int position) =>
        CharacterKind.IsJoint(characters[position])
        && position + 1 < characters.Length
        && CharacterKind.IsLatin(characters[position + 1]);

    private static void AddToken(NormalisedText text, int start, int end, List<Term> terms)
    {
        if (end - start < ShortestToken)
        {
            return;
        }

        var hasLetter = false;
        foreach (var character in text.Characters[start..end])
        {
            hasLetter |= char.IsLetter(character);
        }

        Term.Add(text, start, end - start, hasLetter ? TermKind.Latin : TermKind.Number, terms);
    }
}
