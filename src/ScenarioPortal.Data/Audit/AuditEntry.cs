namespace ScenarioPortal.Data.Audit;

/// <summary>
/// Who did what, written in the same transaction as what it records. The database numbers the entries and chains each to the one before;
/// the portal's own role can add entries and read them, and nothing else.
/// </summary>
public sealed record AuditEntry
{
    public const int ActorMaxLength = 200;
    public const int ActionMaxLength = 80;
    public const int SubjectKindMaxLength = 40;
    public const int RequestMaxLength = 64;
    public const int AddressMaxLength = 45;

    private static long _unwritten;

    /// <summary>
    /// The place in the chain, from 1 without gaps. The database gives it when the entry is written and does not say which:
    /// until it is read again it is a negative number that tells new entries apart.
    /// </summary>
    public long Sequence { get; private init; } = Interlocked.Decrement(ref _unwritten);

    public required DateTimeOffset At { get; init; }

    /// <summary>The account by its identity, never by its name; or the command that was run on the machine; or a visitor.</summary>
    public required string Actor { get; init; }

    /// <summary>The organisation that it was done for.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The operator through which the actor acted for that organisation.</summary>
    public Guid? ThroughOperatorId { get; init; }

    public string? Address { get; init; }

    /// <summary>A verb and its object, such as <c>organisation.verify</c>.</summary>
    public required string Action { get; init; }

    public string? SubjectKind { get; init; }

    public Guid? SubjectId { get; init; }

    public required AuditResult Result { get; init; }

    /// <summary>The number that the log carries for the same request.</summary>
    public string? Request { get; init; }

    /// <summary>What was done, as JSON without personal data or free text.</summary>
    public required string Detail { get; init; }

    /// <summary>SHA-256 over the entry and the hash before it, as lower-case hex; given by the database.</summary>
    public string Hash { get; private init; } = "";
}
