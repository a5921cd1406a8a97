namespace ScenarioPortal.Domain.Matches;

/// <summary>On which list a pair stood.</summary>
public enum MatchList
{
    /// <summary>The capabilities for an opportunity.</summary>
    Opportunity,

    /// <summary>The opportunities for a capability.</summary>
    Capability
}
