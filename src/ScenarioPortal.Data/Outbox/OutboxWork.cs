namespace ScenarioPortal.Data.Outbox;

/// <summary>An outbox row that this node has taken.</summary>
public sealed record OutboxWork(long Id, OutboxKind Kind, Guid SubjectId);
