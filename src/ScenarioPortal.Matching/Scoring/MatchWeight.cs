namespace ScenarioPortal.Matching.Scoring;

/// <summary>One value of a file of weights.</summary>
/// <param name="Name">What it weighs.</param>
/// <param name="From">From how many capabilities on it holds.</param>
/// <param name="Value">How much.</param>
/// <param name="Reason">Why so much.</param>
public sealed record MatchWeight(string Name, int From, double Value, string Reason);
