namespace ScenarioPortal.Web.Accounts;

/// <summary>Which rules a password follows: those of classified protection for government staff, or the modern ones for companies.</summary>
internal enum PasswordProfile
{
    /// <summary>At least 15 characters, or 8 beside a second factor; no classes, no expiry.</summary>
    Company,

    /// <summary>At least 12 characters of three kinds, or 20 of any; changed every 180 days, none of the last five again.</summary>
    Staff
}
