namespace ScenarioPortal.Matching.Duplicates;

/// <summary>One thing that two needs have in common, in the words of each: 独居长者 and 老人.</summary>
public sealed record SharedSign(SenseKind Kind, string First, string Second);
