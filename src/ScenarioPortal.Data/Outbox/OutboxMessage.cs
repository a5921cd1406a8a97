namespace ScenarioPortal.Data.Outbox;

/// <summary>
/// Something that happened and must be followed up, kept in the transaction in which it happened. It is read in two ways:
/// every node follows the feed to keep its own index current, and one node takes each row as work.
/// </summary>
public sealed class OutboxMessage(OutboxKind kind, Guid subjectId)
{
    public const int ErrorMaxLength = 2000;

    public long Id { get; private init; }

    public OutboxKind Kind { get; private init; } = kind;

    public Guid SubjectId { get; private init; } = subjectId;

    /// <summary>The transaction that wrote it, so that a follower misses no row that is committed late.</summary>
    public ulong Transaction { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    public int Attempts { get; private init; }

    public DateTimeOffset? DoneAt { get; private init; }

    /// <summary>Set when it failed too often: a person has to look.</summary>
    public DateTimeOffset? ParkedAt { get; private init; }

    public string? LastError { get; private init; }
}
