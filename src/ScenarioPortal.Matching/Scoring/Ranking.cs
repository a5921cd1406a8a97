namespace ScenarioPortal.Matching.Scoring;

/// <summary>Best first; equal scores by id, so that an order never changes by itself.</summary>
internal static class Ranking
{
    public static IReadOnlyList<ScoredMatch> Best(int top, IEnumerable<ScoredMatch> matches) =>
        [.. matches.OrderByDescending(m => m.Score).ThenBy(m => m.Id).Take(top)];
}
