namespace ScenarioPortal.Domain.Organisations;

/// <summary>An organisation's word that an operator (运营机构) may act for it, until it takes the word back.</summary>
public sealed class Mandate(Guid organisationId, Guid operatorId, DateTimeOffset grantedAt)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; private init; } = organisationId;

    public Guid OperatorId { get; private init; } = operatorId;

    public DateTimeOffset GrantedAt { get; private init; } = grantedAt;

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now)
    {
        Rule.Require(EndedAt is null, "这项授权已经收回。");
        EndedAt = now;
    }
}
