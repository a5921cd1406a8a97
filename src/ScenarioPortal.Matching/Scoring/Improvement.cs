namespace ScenarioPortal.Matching.Scoring;

/// <summary>What a capability could add or change, and where it would stand then: computed with the changed capability, all others as they are.</summary>
/// <param name="Criterion">Which criterion it is about.</param>
/// <param name="Detail">What is said of it now.</param>
/// <param name="What">The condition or technology in the words of the need, the wanted level or the region code; null where nothing needs naming.</param>
/// <param name="Score">The score with it.</param>
/// <param name="Place">The place among all capabilities for the need with it, from 1.</param>
public sealed record Improvement(Criterion Criterion, ReasonDetail Detail, string? What, double Score, int Place);

/// <summary>Where a capability stands among all that were scored for a need, and what would move it up.</summary>
/// <param name="Score">As in <see cref="ScoredMatch.Score"/>.</param>
/// <param name="Place">From 1; equal scores share the better place.</param>
/// <param name="Improvements">One for each change that gives a higher score, the greatest gain first.</param>
public sealed record Standing(double Score, int Place, IReadOnlyList<Improvement> Improvements);
