namespace ScenarioPortal.Domain.Matches;

/// <summary>How a pair does by one criterion.</summary>
public enum Verdict
{
    /// <summary>Not stated on one side, or not to be told: it neither helps nor hurts.</summary>
    Unknown,

    Unmet,

    Partly,

    Met
}
