namespace ScenarioPortal.Domain.Pairings;

/// <summary>Who does something about a pairing.</summary>
public enum PairingSide
{
    Publisher,
    Company,

    /// <summary>Works for both: puts them together.</summary>
    Operator,

    /// <summary>The clock.</summary>
    Portal
}
