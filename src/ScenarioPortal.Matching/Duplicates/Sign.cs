namespace ScenarioPortal.Matching.Duplicates;

/// <summary>A word as it was written, and its weight above 0.</summary>
internal readonly record struct Sign(string Text, float Weight);
