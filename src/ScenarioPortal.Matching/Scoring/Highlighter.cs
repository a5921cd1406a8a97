using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Marks in a clause what the other clause also says: shared words, and shared characters that stand alone on one of the sides
/// (火 and 灭火) and are rare enough to mean something, and words that no dictionary has (改派率). A character that both sides
/// have only inside other words is chance.
/// </summary>
internal static class Highlighter
{
    /// <summary>A character that fewer than about one capability in twelve has.</summary>
    private const float RareCharacter = 2.5f;

    public static Passage Mark(Side side, Clause clause, Clause other, Func<ulong, float> rarity)
    {
        var marks = new bool[clause.Text.Length];
        foreach (var term in Shared(clause, other, rarity))
        {
            marks.AsSpan(term.Start, term.Length).Fill(true);
        }

        foreach (var run in SharedRuns.Of(clause, other, rarity))
        {
            marks.AsSpan(run.Start, run.Length).Fill(true);
        }

        return new Passage(side, clause.Text, Ranges(marks));
    }

    /// <summary>Whether there is anything to mark.</summary>
    public static bool Marks(Clause clause, Clause other, Func<ulong, float> rarity) =>
        Shared(clause, other, rarity).Any() || SharedRuns.Of(clause, other, rarity).Any();

    /// <summary>The terms of a clause that the other clause also says and that mean something.</summary>
    public static IEnumerable<Term> Shared(Clause clause, Clause other, Func<ulong, float> rarity)
    {
        var alone = clause.LoneCharacters();
        alone.UnionWith(other.LoneCharacters());
        return clause.Terms
            .Where(t => t.Kind != TermKind.Character || (alone.Contains(t.Key) && rarity(t.Key) >= RareCharacter))
            .Where(t => Array.BinarySearch(other.Keys, t.Key) >= 0);
    }

    private static List<Highlight> Ranges(bool[] marks)
    {
        var ranges = new List<Highlight>();
        for (var start = 0; start < marks.Length; start++)
        {
            var end = start;
            while (end < marks.Length && marks[end])
            {
                end++;
            }

            if (end > start)
            {
                ranges.Add(new Highlight(start, end - start));
                start = end;
            }
        }

        return ranges;
    }
}
