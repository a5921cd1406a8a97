namespace ScenarioPortal.Data.Outbox;

/// <summary>The work on some outbox rows failed; the rows are free again.</summary>
public sealed class OutboxWorkFailedException(IReadOnlyList<OutboxWork> work, Exception cause)
    : Exception($"Work on {work.Count} outbox rows failed.", cause)
{
    public IReadOnlyList<OutboxWork> Work { get; } = work;
}
