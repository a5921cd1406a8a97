namespace ScenarioPortal.Domain.Organisations;

/// <summary>Registered → Verified | Returned | Suspended.</summary>
public enum OrganisationStatus
{
    Registered,
    Verified,
    Returned,
    Suspended
}
