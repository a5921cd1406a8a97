namespace ScenarioPortal.Domain.Matches;

/// <summary>What a reason is about.</summary>
public enum Criterion
{
    Purpose,
    Technology,
    Condition,
    Field,
    Region,
    Maturity,
    Budget,
    Schedule,
    Experience
}
