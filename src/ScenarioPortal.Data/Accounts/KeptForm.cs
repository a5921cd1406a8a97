namespace ScenarioPortal.Data.Accounts;

/// <summary>What somebody had typed when their session was over: for the browser it was typed in, for the same person, for half an hour.</summary>
public sealed class KeptForm
{
    /// <summary>SHA-256 of the random key in that browser's cookie and the address of the page, as lower-case hex.</summary>
    public required string KeyHash { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The fields, sealed: reading the table tells nothing.</summary>
    public required byte[] Content { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
