namespace ScenarioPortal.Matching.Duplicates;

/// <summary>A need of the index that is like a text.</summary>
public sealed record FoundDuplicate(NeedDocument Need, DuplicateComparison Comparison);
