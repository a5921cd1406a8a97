using System.Globalization;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>What lists, board and figures know of one pairing.</summary>
internal sealed record PairingItem
{
    public required Guid Id { get; init; }

    public required Guid OpportunityId { get; init; }

    public required Guid PublisherId { get; init; }

    public required Guid CompanyId { get; init; }

    public Guid? OperatorId { get; init; }

    public required string Number { get; init; }

    public required string Need { get; init; }

    public required string Capability { get; init; }

    public required string Publisher { get; init; }

    public required string Company { get; init; }

    public string? FieldCode { get; init; }

    public string? RegionCode { get; init; }

    public required PairingState State { get; init; }

    /// <summary>Whose suggested step, or whose plan, waits for the other side.</summary>
    public PairingSide? AskedBy { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public required DateTimeOffset MovedAt { get; init; }

    public DateTimeOffset? AnswerDueAt { get; init; }

    public DateTimeOffset? StuckAt { get; init; }

    public required IReadOnlyList<PairingStep> Steps { get; init; }

    /// <summary>When its need was released; null of what the reader cannot see.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    public IReadOnlyList<PairingSide> WaitsFor => PairingTurn.Of(State, AskedBy);

    public string Year => BeganAt.DayInShanghai().Year.ToString(CultureInfo.InvariantCulture);

    public bool IsUnderWay => State.IsLeft;

    /// <summary>The hour at which it counts as stuck is the end of a day, so it is one a whole day long.</summary>
    public bool IsStuck(DateOnly today) => StuckAt?.DayInShanghai() < today;

    public bool Waits(IReadOnlySet<Guid> organisations) => WaitsFor.Any(side => organisations.Contains(side is PairingSide.Publisher ? PublisherId : CompanyId));

    public bool Speaks(string word) =>
        Need.Contains(word, StringComparison.OrdinalIgnoreCase) || Capability.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Publisher.Contains(word, StringComparison.OrdinalIgnoreCase) || Company.Contains(word, StringComparison.OrdinalIgnoreCase)
        || Number.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The organisations that answered when they were first asked, or let that pass.</summary>
    public IEnumerable<(Guid Organisation, string Name, double? Days)> Answers() =>
        FirstAnswer.In(Steps).Select(a => a.By is PairingSide.Publisher ? (PublisherId, Publisher, a.Days) : (CompanyId, Company, a.Days));
}
