namespace ScenarioPortal.Domain.Matches;

/// <summary>A stretch of a passage, in UTF-16 characters.</summary>
public readonly record struct Highlight(int Start, int Length);
