namespace ScenarioPortal.Matching.Scoring;

/// <summary>A clause of each side and the weight of the terms that they share.</summary>
internal sealed record SharedPassage(Clause Need, Clause Capability, double Weight);
