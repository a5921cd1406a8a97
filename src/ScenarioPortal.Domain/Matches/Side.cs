namespace ScenarioPortal.Domain.Matches;

/// <summary>The two sides of a pair.</summary>
public enum Side
{
    Need,
    Capability
}
