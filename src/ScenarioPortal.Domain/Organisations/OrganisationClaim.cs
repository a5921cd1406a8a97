namespace ScenarioPortal.Domain.Organisations;

/// <summary>Somebody says that an organisation which came in with a list, and has no account yet, is theirs. A reviewer decides.</summary>
public sealed class OrganisationClaim
{
    public const int StatementMaxLength = 500;

    public OrganisationClaim(Organisation organisation, Guid accountId, string statement, DateTimeOffset now)
    {
        Rule.Require(organisation.CreditCode is not null, "“{0}”还没有登记统一社会信用代码，请联系平台运营方。", organisation.Name);
        Rule.Require(statement.Length <= StatementMaxLength, "说明不超过 {0} 字。", StatementMaxLength);
        OrganisationId = organisation.Id;
        AccountId = accountId;
        Statement = statement;
        AskedAt = now;
    }

    private OrganisationClaim() => Statement = "";

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; private init; }

    public Guid AccountId { get; private init; }

    public string Statement { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public bool? Granted { get; private set; }

    public string? Reason { get; private set; }

    public int Revision { get; private set; } = 1;

    public void Decide(bool granted, string? reason, DateTimeOffset now)
    {
        Rule.Require(DecidedAt is null, "这项认领已经处理过了。");
        Rule.Require(granted || !string.IsNullOrWhiteSpace(reason), "不通过时请写明原因。");
        (Granted, Reason, DecidedAt) = (granted, reason, now);
        Revision++;
    }
}
