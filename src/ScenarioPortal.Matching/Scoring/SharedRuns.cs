using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// What two clauses say character for character without a dictionary knowing it as a word: at least three Chinese characters in a
/// row, Σ rarity of the characters at least that of one rare word, so that 不低于 does not count.
/// </summary>
internal static class SharedRuns
{
    private const int Shortest = 3;

    public static IEnumerable<Highlight> Of(Clause clause, Clause other, Func<ulong, float> rarity)
    {
        var (text, said) = (Said(clause, blank: '\0'), Said(other, blank: '\u0001'));
        for (var start = 0; start + Shortest <= text.Length; start++)
        {
            var end = start;
            while (end < text.Length && said.AsSpan().IndexOf(text.AsSpan(start, end + 1 - start)) >= 0)
            {
                end++;
            }

            if (end - start < Shortest)
            {
                continue;
            }

            if (Weight(clause, start, end, rarity) >= PassageFinder.LeastWeight)
            {
                yield return new Highlight(start, end - start);
            }

            start = end - 1;
        }
    }

    /// <summary>The Chinese characters that terms cover; what is refused (不装摄像头) has no terms and is blank, as are stop characters.</summary>
    private static string Said(Clause clause, char blank)
    {
        var said = new string(blank, clause.Text.Length).ToCharArray();
        foreach (var term in clause.Terms)
        {
            for (var at = term.Start; at < term.Start + term.Length; at++)
            {
                said[at] = CharacterKind.IsHan(clause.Text[at]) ? clause.Text[at] : blank;
            }
        }

        return new string(said);
    }

    private static double Weight(Clause clause, int start, int end, Func<ulong, float> rarity) => clause.Terms
        .Where(t => t.Kind == TermKind.Character && t.Start >= start && t.Start < end)
        .Sum(t => (double)rarity(t.Key));
}
