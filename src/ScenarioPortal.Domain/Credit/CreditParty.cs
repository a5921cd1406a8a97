namespace ScenarioPortal.Domain.Credit;

/// <summary>Who of the two has the points of a rule.</summary>
public enum CreditParty
{
    /// <summary>The side that did it.</summary>
    Actor,

    /// <summary>Whoever was to answer and did not.</summary>
    Owing,

    Both
}
