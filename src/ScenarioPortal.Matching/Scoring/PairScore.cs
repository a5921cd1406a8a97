namespace ScenarioPortal.Matching.Scoring;

/// <summary>The score of a pair and what it is made of.</summary>
/// <param name="Score">0–1.</param>
/// <param name="Similarity">Text similarity in standard deviations.</param>
/// <param name="ExcludedBy">The required condition that is known to fail.</param>
internal readonly record struct PairScore(double Score, double Similarity, string? ExcludedBy);
