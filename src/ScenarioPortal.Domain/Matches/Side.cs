namespace ScenarioPortal.Domain.Matches;

/// <summary>Which side of a match a text stands on.</summary>
public enum Side
{
    Need,
    Capability
}
