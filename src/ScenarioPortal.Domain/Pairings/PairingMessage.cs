namespace ScenarioPortal.Domain.Pairings;

/// <summary>What one side writes to the other on the pair's page (留言). Nobody changes it or takes it away.</summary>
public sealed class PairingMessage
{
    public const int TextMaxLength = 2000;

    public PairingMessage(Pairing pairing, Actor by, string text, DateTimeOffset now)
    {
        Rule.Require(by is { Side: not PairingSide.Portal, AccountId: not null }, "只有双方和牵线的运营机构可以留言。");
        Rule.Require(!string.IsNullOrWhiteSpace(text) && text.Trim().Length <= TextMaxLength, "请写一两句话，不超过 {0} 字。", TextMaxLength);
        pairing.RequireTalk(now);
        (PairingId, Side, AccountId, Text, At) = (pairing.Id, by.Side, by.AccountId!.Value, text.Trim(), now);
    }

    private PairingMessage()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid PairingId { get; private init; }

    public PairingSide Side { get; private init; }

    public Guid AccountId { get; private init; }

    public string Text { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    /// <summary>When somebody of the publisher first had it before their eyes; null for its own words too.</summary>
    public DateTimeOffset? PublisherReadAt { get; private init; }

    public DateTimeOffset? CompanyReadAt { get; private init; }

    public DateTimeOffset? ReadAtBy(PairingSide side) => side switch
    {
        PairingSide.Publisher => PublisherReadAt,
        PairingSide.Company => CompanyReadAt,
        _ => null
    };
}
