using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Whether both sides speak of the same thing: they do when the texts are similar enough and meet in several words that mean
/// something, or are very similar; in part when either is less. One word in common, however rare, is never the same thing.
/// </summary>
internal static class PurposeJudge
{
    /// <summary>So many different distinctive words make a meeting.</summary>
    private const int Several = 3;

    /// <summary>A word that fewer than about one capability in twelve has.</summary>
    private const float Distinctive = 2.5f;

    /// <summary>In standard deviations above what capabilities at random have.</summary>
    private const double Similar = 4;

    private const double VerySimilar = 2 * Similar;

    public static Verdict Judge(double similarity, IReadOnlyList<SharedPassage> shared, NeedClauses needs) =>
        similarity >= Similar && Meetings(shared, needs) >= (similarity >= VerySimilar ? 2 : Several) ? Verdict.Met
        : similarity >= Similar / 2 ? Verdict.Partly
        : Verdict.Unknown;

    /// <summary>How many different distinctive terms the passages share; a term inside a longer one is the same meeting.</summary>
    private static int Meetings(IReadOnlyList<SharedPassage> shared, NeedClauses needs)
    {
        var met = new HashSet<ulong>();
        foreach (var passage in shared)
        {
            var terms = passage.TermsOf(passage.Need).Where(t => needs.Rarity(t.Key) >= Distinctive).ToList();
            met.UnionWith(terms.Where(t => !terms.Exists(longer => Holds(longer, t))).Select(t => t.Key));
        }

        return met.Count;
    }

    private static bool Holds(Term longer, Term term) =>
        longer.Length > term.Length && longer.Start <= term.Start && longer.Start + longer.Length >= term.Start + term.Length;
}
