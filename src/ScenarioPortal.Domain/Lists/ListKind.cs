namespace ScenarioPortal.Domain.Lists;

/// <summary>Which of the lists: what is needed (机会清单), what can be done (能力清单), or what was done and verified (示范案例).</summary>
public enum ListKind
{
    Opportunities,
    Capabilities,

    /// <summary>Written on the page of a pairing, and never read from a sheet.</summary>
    Showcases
}
