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
        var (text, said) = (clause.Said, other.Said);
        for (var start = 0; start + Shortest <= text.Length; start++)
        {
            // Hardly any place begins a run, so the shortest one is looked for first.
            var end = start + Shortest;
            if (!Stands(start, end))
            {
                continue;
            }

            while (end < text.Length && Stands(start, end + 1))
            {
                end++;
            }

            if (Weight(clause, start, end, rarity) >= PassageFinder.LeastWeight)
            {
                yield return new Highlight(start, end - start);
            }

            start = end - 1;
        }

        bool Stands(int start, int end) => !text.AsSpan(start..end).Contains(Clause.Blank) && said.AsSpan().IndexOf(text.AsSpan(start..end)) >= 0;
    }

    private static double Weight(Clause clause, int start, int end, Func<ulong, float> rarity) => clause.Terms
        .Where(t => t.Kind == TermKind.Character && t.Start >= start && t.Start < end)
        .Sum(t => (double)rarity(t.Key));
}
