namespace ScenarioPortal.Domain.Accounts;

/// <summary>Somebody lost their second factor. One administrator proposes that they may set up a new one, having made sure who asks; another confirms it.</summary>
public sealed class FactorReset
{
    public FactorReset(Guid accountId, Guid proposedBy, DateTimeOffset now)
    {
        SeparateDuties.RequireOther(proposedBy, accountId);
        AccountId = accountId;
        ProposedBy = proposedBy;
        ProposedAt = now;
    }

    private FactorReset()
    {
    }

    /// <summary>How long a proposal waits for the second administrator.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromHours(24);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public Guid ProposedBy { get; private init; }

    public DateTimeOffset ProposedAt { get; private init; }

    public Guid? ConfirmedBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public int Revision { get; private set; } = 1;

    public void Confirm(Guid by, DateTimeOffset now)
    {
        Rule.Require(ConfirmedAt is null, "这项重设已经办完了。");
        Rule.Require(now < ProposedAt + Waits, "这项提议已过 24 小时，请重新提议。");
        Rule.Require(by != ProposedBy, "提议和确认要由两个人完成，请另一位安全管理员确认。");
        SeparateDuties.RequireOther(by, AccountId);
        (ConfirmedBy, ConfirmedAt) = (by, now);
        Revision++;
    }
}
