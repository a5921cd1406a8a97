namespace ScenarioPortal.Data.Audit;

/// <summary>Who did what, written in the same transaction as what it records.</summary>
public sealed class AuditEntry(DateTimeOffset at, string actor, string action, string detail)
{
    public const int ActorMaxLength = 200;
    public const int ActionMaxLength = 80;

    public long Id { get; private init; }

    public DateTimeOffset At { get; private init; } = at;

    /// <summary>The account, or the command that was run on the machine.</summary>
    public string Actor { get; private init; } = actor;

    public string Action { get; private init; } = action;

    /// <summary>What was done, as JSON without personal data.</summary>
    public string Detail { get; private init; } = detail;
}
