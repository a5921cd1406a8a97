namespace ScenarioPortal.Domain.Matches;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
public readonly record struct Highlight(int Start, int Length);
