using ScenarioPortal.Matching.Scoring;

namespace ScenarioPortal.Matching.Learning;

/// <summary>What was learnt from decisions.</summary>
/// <param name="Weights">The weights to propose; null when on what was kept back they are no better than chance would be.</param>
/// <param name="Decisions">From how many decisions; those between texts that are public no longer do not count.</param>
/// <param name="Before">How much of what was kept back is in the right order under the weights in force, 0–1.</param>
/// <param name="After">The same under those that were learnt.</param>
public sealed record LearntWeights(MatchWeights? Weights, int Decisions, double Before, double After);
