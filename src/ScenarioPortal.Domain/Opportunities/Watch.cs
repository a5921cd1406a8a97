namespace ScenarioPortal.Domain.Opportunities;

/// <summary>Somebody follows a need (关注) and is told what becomes of it.</summary>
public sealed class Watch(Guid accountId, Guid opportunityId, DateTimeOffset since)
{
    public Guid AccountId { get; private init; } = accountId;

    public Guid OpportunityId { get; private init; } = opportunityId;

    public DateTimeOffset Since { get; private init; } = since;
}
