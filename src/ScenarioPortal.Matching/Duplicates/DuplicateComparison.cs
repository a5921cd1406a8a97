namespace ScenarioPortal.Matching.Duplicates;

/// <summary>What became of comparing two needs.</summary>
/// <param name="Score">0–1; 1 for the same words. The same from both sides.</param>
/// <param name="Verdict">What the score means.</param>
/// <param name="Shared">What both speak of, the weightiest first.</param>
public sealed record DuplicateComparison(double Score, DuplicateVerdict Verdict, IReadOnlyList<SharedSign> Shared);
