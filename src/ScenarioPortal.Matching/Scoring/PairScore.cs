namespace ScenarioPortal.Matching.Scoring;

/// <summary>The score of a pair and what it is made of.</summary>
/// <param name="Score">0–1, in billionths.</param>
/// <param name="Evidence">The parts.</param>
/// <param name="ForSilence">How much higher the score would be if the capability were confirmed; together they are that score.</param>
internal readonly record struct PairScore(double Score, Evidence Evidence, double ForSilence)
{
    public string? ExcludedBy => Evidence.ExcludedBy;
}
