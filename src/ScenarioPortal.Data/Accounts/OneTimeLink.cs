namespace ScenarioPortal.Data.Accounts;

public enum LinkPurpose
{
    /// <summary>Makes an account, with what the inviter promised: a membership or a role.</summary>
    Invitation,

    PasswordReset,

    /// <summary>Proves that a mail address belongs to the person.</summary>
    MailProof
}

/// <summary>A link that works once and not for long; only the hash of its secret is kept.</summary>
public sealed class OneTimeLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required LinkPurpose Purpose { get; init; }

    /// <summary>SHA-256 of the secret, as lower-case hex.</summary>
    public required string SecretHash { get; init; }

    public required string Email { get; init; }

    /// <summary>The account it is for, where there is one already.</summary>
    public Guid? AccountId { get; init; }

    public Guid? InvitedBy { get; init; }

    /// <summary>What the new account will have.</summary>
    public Invitation? Invitation { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
