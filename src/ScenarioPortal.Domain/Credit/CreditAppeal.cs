namespace ScenarioPortal.Domain.Credit;

/// <summary>An organisation says that an entry is wrong (申诉), once for each entry and within its days; a reviewer who stands on neither side decides.</summary>
public sealed class CreditAppeal
{
    public const int TextMaxLength = 500;

    /// <summary>So many days after an entry was written it can be appealed.</summary>
    public const int Days = 30;

    public CreditAppeal(CreditEntry entry, Guid accountId, string text, DateTimeOffset now)
    {
        Rule.Require(entry.Points < 0, "只有扣分的记录可以申诉。");
        Rule.Require(now <= LastMomentFor(entry), "记录写下 {0} 天之内可以申诉，这一条已经过了。", Days);
        Rule.Require(!string.IsNullOrWhiteSpace(text) && text.Length <= TextMaxLength, "请写明哪里不对，不超过 {0} 字。", TextMaxLength);
        (EntryId, OrganisationId, AccountId, Text, AskedAt) = (entry.Id, entry.OrganisationId, accountId, text.Trim(), now);
    }

    private CreditAppeal() => Text = "";

    public Guid EntryId { get; private init; }

    public Guid OrganisationId { get; private init; }

    public Guid AccountId { get; private init; }

    public string Text { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    /// <summary>Null as long as nobody decided.</summary>
    public bool? Upheld { get; private set; }

    /// <summary>Of the decision, for the organisation to read.</summary>
    public string? Reason { get; private set; }

    public int Revision { get; private set; } = 1;

    public static DateTimeOffset LastMomentFor(CreditEntry entry) => DeadlineDays.EndOf(DeadlineDays.Of(entry.WrittenAt).AddDays(Days));

    /// <summary>Decides; upheld, the entry that cancels the other comes out.</summary>
    public CreditEntry? Decide(CreditEntry entry, bool upheld, Guid by, string reason, DateTimeOffset now)
    {
        Rule.Require(DecidedAt is null, "这项申诉已经处理过了。");
        Rule.Require(by != AccountId, "自己提的申诉，请另一位审核人员决定。");
        Rule.Require(!string.IsNullOrWhiteSpace(reason) && reason.Length <= TextMaxLength, "请写明理由，对方会看到，不超过 {0} 字。", TextMaxLength);
        (Upheld, DecidedBy, Reason, DecidedAt) = (upheld, by, reason.Trim(), now);
        Revision++;
        return upheld ? entry.Cancelled(now) : null;
    }
}
