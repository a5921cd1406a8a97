namespace ScenarioPortal.Domain.Capabilities;

/// <summary>Draft → Submitted → (Returned → Submitted)* → Published ⇄ Suspended (withdrawn by its organisation) | Archived.</summary>
public enum CapabilityStatus
{
    Draft,
    Submitted,
    Returned,
    Published,
    Suspended,
    Archived
}
