namespace ScenarioPortal.Data.Accounts;

/// <summary>What a browser was asked to sign with a passkey: it is answered once, within minutes, by the browser that was asked.</summary>
public sealed class PasskeyChallenge
{
    /// <summary>SHA-256 of the random key in that browser's cookie, as lower-case hex.</summary>
    public required string KeyHash { get; init; }

    /// <summary>The challenge and whom it is for, as ASP.NET Core Identity wrote it down.</summary>
    public required string State { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
