namespace ScenarioPortal.Domain.Accounts;

/// <summary>
/// What an account may do beyond its memberships. The three administrators are apart, so that none can do another's work:
/// the system administrator makes accounts and units, the security administrator hands out roles, the audit administrator reads the trail.
/// </summary>
public enum StaffRole
{
    Reviewer,
    Expert,
    SystemAdministrator,
    SecurityAdministrator,
    AuditAdministrator
}
