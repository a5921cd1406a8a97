namespace ScenarioPortal.Web.Audit;

/// <summary>Where the audit trail ended at some moment.</summary>
internal sealed record ChainHead
{
    public required DateTimeOffset At { get; init; }

    public required long Sequence { get; init; }

    public required string Hash { get; init; }
}
