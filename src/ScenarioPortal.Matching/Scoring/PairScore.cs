namespace ScenarioPortal.Matching.Scoring;

/// <summary>The score of a pair and what it is made of.</summary>
/// <param name="Score">0–1.</param>
/// <param name="Similarity">Text similarity in standard deviations.</param>
/// <param name="ExcludedBy">The required condition that is known to fail.</param>
/// <param name="ForSilence">How much higher the score would be if the capability were confirmed; together they are that score.</param>
internal readonly record struct PairScore(double Score, double Similarity, string? ExcludedBy, double ForSilence);
