namespace ScenarioPortal.Domain.Opportunities;

/// <summary>Draft → Submitted → (Returned → Submitted)* → Approved → Released → Closed.</summary>
public enum OpportunityStatus
{
    Draft,
    Submitted,
    Returned,
    Approved,
    Released,
    Closed
}
