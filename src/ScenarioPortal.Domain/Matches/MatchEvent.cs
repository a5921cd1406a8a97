namespace ScenarioPortal.Domain.Matches;

/// <summary>What can happen to a pair.</summary>
public enum MatchEvent
{
    /// <summary>It stood on a page that somebody was given.</summary>
    Shown,

    /// <summary>Its explanation was opened.</summary>
    Opened,

    /// <summary>One side turned to the other.</summary>
    Contacted,

    /// <summary>The two agreed.</summary>
    Agreed
}
