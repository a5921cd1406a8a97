namespace ScenarioPortal.Data.Accounts;

public enum ConsentPurpose
{
    /// <summary>The privacy notice: what is kept of an account, and why.</summary>
    Account,

    /// <summary>The contact person of an organisation is shown to everyone.</summary>
    PublicContact
}

/// <summary>That a person agreed to a purpose, in which version of the notice, and since when not any more.</summary>
public sealed class Consent
{
    public const int VersionMaxLength = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    public required string Version { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? Address { get; init; }
}
