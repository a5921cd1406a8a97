namespace ScenarioPortal.Matching.Scoring;

/// <summary>The score of one pair and why.</summary>
/// <param name="Score">The same as in <see cref="ScoredMatch.Score"/> from either side.</param>
/// <param name="Reasons">The strongest purpose first, then criterion by criterion; unknown ones are included.</param>
/// <param name="ExcludedBy">See <see cref="ScoredMatch.ExcludedBy"/>.</param>
public sealed record MatchExplanation(double Score, IReadOnlyList<MatchReason> Reasons, string? ExcludedBy);
