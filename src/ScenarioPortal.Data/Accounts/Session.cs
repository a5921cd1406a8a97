namespace ScenarioPortal.Data.Accounts;

/// <summary>One browser that is signed in. It ends here, and every copy of its cookie with it.</summary>
public sealed class Session
{
    public const int DeviceMaxLength = 300;
    public const int AddressMaxLength = 45;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the random key in the cookie, as lower-case hex.</summary>
    public required string KeyHash { get; init; }

    public required Guid AccountId { get; init; }

    public required Factors Factors { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When the person last proved who they are: sensitive changes want this to be recent.</summary>
    public required DateTimeOffset ConfirmedAt { get; set; }

    /// <summary>What the browser says it is.</summary>
    public string? Device { get; init; }

    public string? Address { get; init; }
}
