namespace ScenarioPortal.Matching;

/// <summary>A document found by words.</summary>
/// <param name="Id">The need or capability.</param>
/// <param name="Score">Between 0 and 1: 1 when all words stand in the title or the keywords as they were typed.</param>
public sealed record SearchHit(Guid Id, double Score);
