namespace ScenarioPortal.Data.Accounts;

/// <summary>The hash of a password that an account had before: it must not come back too soon.</summary>
public sealed class FormerPassword(Guid accountId, string hash, DateTimeOffset replacedAt)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; } = accountId;

    public string Hash { get; private init; } = hash;

    public DateTimeOffset ReplacedAt { get; private init; } = replacedAt;
}
