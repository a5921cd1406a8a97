using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>One reason of a match as a row: what the need says, how it turned out, what the capability says.</summary>
internal sealed record MeetRow
{
    public required Verdict Verdict { get; init; }

    public required string Heading { get; init; }

    public required string Sentence { get; init; }

    /// <summary>What each side says to it; null is not stated.</summary>
    public Passage? Need { get; init; }

    public Passage? Capability { get; init; }

    /// <summary>Neither side says anything: it is named in one line below the others.</summary>
    public bool IsSilent => Verdict is Verdict.Unknown && Need is null && Capability is null;

    /// <summary>All reasons that say something of the two sides; what the likes of a capability add says something of others, and a model quotes nothing.</summary>
    public static IReadOnlyList<MeetRow> Of(IEnumerable<MatchReason> reasons, MatchFacts facts, CodeBook codes, IStringLocalizer<Texts> L) =>
        [.. reasons.Where(r => r.Criterion is not (Criterion.Peers or Criterion.Meaning)).Select(r => Of(r, facts, codes, L))];

    /// <param name="reason">The reason as data.</param>
    /// <param name="facts">What both sides state in figures and codes, for reasons that quote no text.</param>
    /// <param name="codes">Names of fields and regions.</param>
    /// <param name="L">The reader's language.</param>
    public static MeetRow Of(MatchReason reason, MatchFacts facts, CodeBook codes, IStringLocalizer<Texts> L) => new()
    {
        Verdict = reason.Verdict,
        Heading = L.Heading(reason.Criterion),
        Sentence = L.Sentence(reason, codes),
        Need = Said(reason, Side.Need) ?? Stated(Side.Need, NeedSays(reason, facts, codes, L)),
        Capability = Said(reason, Side.Capability) ?? Stated(Side.Capability, CapabilitySays(reason, facts, codes, L))
    };

    private static Passage? Said(MatchReason reason, Side side) => reason.Passages.FirstOrDefault(p => p.Side == side);

    private static Passage? Stated(Side side, string? text) => text is null ? null : new Passage(side, text, []);

    private static string? First(IReadOnlyList<string> values) => values is [var first, ..] ? first : null;

    private static string? NeedSays(MatchReason reason, MatchFacts facts, CodeBook codes, IStringLocalizer<Texts> L) => reason.Criterion switch
    {
        Criterion.Technology or Criterion.Condition => First(reason.Values),
        Criterion.Thesaurus => L.Joined([.. reason.Values.Chunk(2).Select(pair => pair[0]).Distinct()]),
        Criterion.Field => facts.NeedField,
        Criterion.Region when facts.NeedRegionCode is { } code => codes.RegionName(code),
        Criterion.Maturity when reason.Values is [_, var wanted] => L["要求 TRL {0} 以上", wanted],
        Criterion.Budget when (facts.BudgetMinimum ?? facts.BudgetMaximum) is not null => L["预算 {0}", L.Budget(facts.BudgetMinimum, facts.BudgetMaximum)],
        Criterion.Schedule when facts.Deadline is { } deadline => L["{0} 截止", deadline.InFull()],
        _ => null
    };

    private static string? CapabilitySays(MatchReason reason, MatchFacts facts, CodeBook codes, IStringLocalizer<Texts> L) => reason.Criterion switch
    {
        Criterion.Technology or Criterion.Condition when reason.Verdict is not Verdict.Unknown => L.Sentence(reason, codes),
        Criterion.Thesaurus => L.Joined([.. reason.Values.Chunk(2).Select(pair => pair[^1]).Distinct()]),
        Criterion.Field => facts.CapabilityField,
        Criterion.Region when reason.Detail is ReasonDetail.RegionServed or ReasonDetail.RegionNotServed => L.Sentence(reason, codes),
        Criterion.Region when facts.CapabilityRegionCode is { } code => codes.RegionName(code),
        Criterion.Maturity when facts.Trl is { } trl => $"TRL {trl}",
        Criterion.Budget when reason.Values is [var price, _] => L["起价 {0}", MoneyTexts.AmountOf(price)],
        Criterion.Experience => First(reason.Values),
        Criterion.Confirmation => L.NotConfirmed,
        Criterion.Credit => L.CreditBelowZero,
        _ => null
    };
}

/// <summary>What both sides of a match state in figures and codes; absent is not stated.</summary>
internal sealed record MatchFacts
{
    public string? NeedField { get; init; }

    public string? CapabilityField { get; init; }

    public string? NeedRegionCode { get; init; }

    public string? CapabilityRegionCode { get; init; }

    public decimal? BudgetMinimum { get; init; }

    public decimal? BudgetMaximum { get; init; }

    public DateOnly? Deadline { get; init; }

    public int? Trl { get; init; }
}
