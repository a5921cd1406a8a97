namespace ScenarioPortal.Domain.Lists;

/// <summary>Which of the two lists: what is needed (机会清单), or what can be done (能力清单).</summary>
public enum ListKind
{
    Opportunities,
    Capabilities
}
