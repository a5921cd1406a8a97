namespace ScenarioPortal.Data.Outbox;

/// <summary>What a look at the outbox found.</summary>
/// <param name="Changes">What was committed and not yet told, in the order in which it was written.</param>
/// <param name="Position">Where the follower stands when it has taken them in.</param>
/// <param name="IsAnotherDatabase">This is not what was followed so far, such as yesterday's backup: the changes say little, and all must be read again.</param>
public sealed record OutboxNews(IReadOnlyList<(OutboxKind Kind, Guid SubjectId)> Changes, OutboxPosition Position, bool IsAnotherDatabase);
