namespace ScenarioPortal.Matching.Scoring;

/// <summary>The two sides of a pair.</summary>
public enum Side
{
    Need,
    Capability
}
