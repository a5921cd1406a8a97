namespace ScenarioPortal.Domain.Showcases;

/// <summary>How far a showcase has come on its way to the list.</summary>
public enum ShowcaseState
{
    /// <summary>One side wrote it, the other is to agree.</summary>
    Draft,

    /// <summary>Both agreed; a reviewer is to decide.</summary>
    Submitted,

    Returned,

    Approved,

    /// <summary>Stands in a batch, and never changes again.</summary>
    Released
}
