namespace ScenarioPortal.Data.Accounts;

/// <summary>By what a person proved in this session who they are.</summary>
[Flags]
public enum Factors
{
    None = 0,
    Password = 1,
    TimeCode = 2,
    RecoveryCode = 4,

    /// <summary>With user verification, which makes it two factors at once.</summary>
    Passkey = 8
}
