namespace ScenarioPortal.Data.Accounts;

/// <summary>A code that stands in once for a lost second factor; only its hash is kept.</summary>
public sealed class RecoveryCode(Guid accountId, string hash)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; } = accountId;

    public string Hash { get; private init; } = hash;

    public DateTimeOffset? UsedAt { get; set; }
}
