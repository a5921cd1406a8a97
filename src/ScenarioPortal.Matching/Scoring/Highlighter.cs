namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Marks in a clause what the other clause also says: shared words, and shared characters that stand alone on one of the sides
/// (火 and 灭火) and are rare enough to mean something, and words that no dictionary has (改派率). A character that both sides
/// have only inside other words is chance.
/// </summary>
internal static class Highlighter
{
    public static Passage Mark(Side side, SharedPassage shared, Func<ulong, float> rarity)
    {
        var (clause, other) = side == Side.Need ? (shared.Need, shared.Capability) : (shared.Capability, shared.Need);
        var marks = new bool[clause.Text.Length];
        foreach (var term in shared.TermsOf(clause))
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
    public static bool Marks(SharedPassage shared, Func<ulong, float> rarity) => shared.SharesTerms || SharedRuns.Of(shared.Need, shared.Capability, rarity).Any();

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
