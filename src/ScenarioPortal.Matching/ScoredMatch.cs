namespace ScenarioPortal.Matching;

/// <summary>The other side of a pair and how well it fits.</summary>
/// <param name="Id">The capability for a need, the need for a capability.</param>
/// <param name="Score">Between 0 and 1; see <see cref="Scoring.PairScorer"/>. The same from both sides.</param>
/// <param name="ExcludedBy">The required condition that is known to fail, in the words of the need; such a pair stays below <see cref="Matcher.ShownFrom"/>.</param>
public sealed record ScoredMatch(Guid Id, double Score, string? ExcludedBy = null);
