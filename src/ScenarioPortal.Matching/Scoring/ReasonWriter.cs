using System.Globalization;
using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Fills the judgements of the structured criteria with the values that they were made from.</summary>
internal static class ReasonWriter
{
    private const int HintsShown = 3;

    public static MatchReason Field(NeedDocument need, CapabilityDocument capability, float affinity)
    {
        var judgement = FieldScorer.Judge(need, capability);
        return judgement.Detail switch
        {
            ReasonDetail.FieldSame => Reason(Criterion.Field, judgement, need.Field),
            ReasonDetail.FieldSameArea => Reason(Criterion.Field, judgement, need.Field, capability.Field, need.FieldArea),
            ReasonDetail.FieldDifferent when affinity > 0 => Reason(
                Criterion.Field, new(Verdict.Partly, judgement.Value, ReasonDetail.FieldSuggestedByWords), need.Field, capability.Field),
            ReasonDetail.FieldDifferent => Reason(Criterion.Field, judgement, need.Field, capability.Field),
            _ => Reason(Criterion.Field, judgement)
        };
    }

    public static MatchReason Region(NeedDocument need, CapabilityDocument capability)
    {
        var judgement = RegionScorer.Judge(need, capability);
        return judgement.Detail switch
        {
            ReasonDetail.RegionSameDistrict or ReasonDetail.RegionNotServed => Reason(Criterion.Region, judgement, need.RegionCode),
            ReasonDetail.RegionServed => Reason(Criterion.Region, judgement, need.RegionCode, RegionScorer.ServiceRegion(need, capability)),
            ReasonDetail.RegionNotStated => Reason(Criterion.Region, judgement),
            _ => Reason(Criterion.Region, judgement, need.RegionCode, capability.RegionCode)
        };
    }

    public static MatchReason Maturity(NeedDocument need, CapabilityDocument capability) =>
        WhenStated(Criterion.Maturity, MaturityScorer.Judge(need, capability), capability.Trl, need.MinimumTrl);

    public static MatchReason Budget(NeedDocument need, CapabilityDocument capability) =>
        WhenStated(Criterion.Budget, BudgetScorer.Judge(need, capability), capability.PriceMinimum, need.BudgetMaximum);

    public static MatchReason Schedule(NeedDocument need, CapabilityDocument capability) =>
        WhenStated(Criterion.Schedule, ScheduleScorer.Judge(need, capability), capability.AvailableFrom, need.Deadline);

    /// <summary>The steps of the thesaurus whose end stands in the capability; none when no step leads to it.</summary>
    public static IEnumerable<MatchReason> Hints(NeedProfile profile, AnalysedDocument capability, decimal points)
    {
        var met = profile.HintWords.Where(h => TechnologyScorer.Judge(h.Phrase, capability).Verdict == Verdict.Met).Take(HintsShown).ToArray();
        return met.Length == 0
            ? []
            : [Reason(Criterion.Thesaurus, new(Verdict.Partly, Judgement.Neutral, ReasonDetail.ThesaurusLeads), met.SelectMany(h => new[] { h.From, h.To })) with { Points = points }];
    }

    /// <summary>None where no model tells.</summary>
    public static IEnumerable<MatchReason> Meaning(decimal points) => points == 0
        ? []
        : [Reason(Criterion.Meaning, new(points > 0 ? Verdict.Partly : Verdict.Unknown, Judgement.Neutral, points > 0 ? ReasonDetail.MeaningNear : ReasonDetail.MeaningFar)) with { Points = points }];

    /// <summary>None when no other candidate is like the capability.</summary>
    public static IEnumerable<MatchReason> Peers(decimal points) => points == 0
        ? []
        : [Reason(Criterion.Peers, new(points > 0 ? Verdict.Partly : Verdict.Unknown, Judgement.Neutral, points > 0 ? ReasonDetail.PeersFit : ReasonDetail.PeersFitLess)) with { Points = points }];

    /// <summary>None unless it is known that nobody confirmed it.</summary>
    public static IEnumerable<MatchReason> Confirmation(CapabilityDocument capability, double cost) => capability.IsUnconfirmed
        ? [Reason(Criterion.Confirmation, new(Verdict.Unmet, 0, ReasonDetail.NotConfirmed), cost.ToString("0.####", CultureInfo.InvariantCulture))]
        : [];

    /// <summary>None unless the credit of its organisation is below zero.</summary>
    public static IEnumerable<MatchReason> Credit(CapabilityDocument capability, double cost) => capability.Credit < 0
        ? [Reason(Criterion.Credit, new(Verdict.Unmet, 0, ReasonDetail.CreditBelowZero), cost.ToString("0.####", CultureInfo.InvariantCulture))]
        : [];

    /// <summary>The level of the capability, where the condition asks for one.</summary>
    public static string? Level(WantedPhrase condition, CapabilityDocument capability) =>
        MaturityCondition.Holds(condition.Level, capability.Trl) is null ? null : Invariant(capability.Trl);

    public static MatchReason Reason(Criterion criterion, Judgement judgement, params IEnumerable<string?> values) =>
        new() { Criterion = criterion, Verdict = judgement.Verdict, Detail = judgement.Detail, Values = [.. values.OfType<string>()] };

    private static MatchReason WhenStated(Criterion criterion, Judgement judgement, IFormattable? offered, IFormattable? wanted) =>
        judgement.Verdict == Verdict.Unknown ? Reason(criterion, judgement) : Reason(criterion, judgement, Invariant(offered), Invariant(wanted));

    private static string? Invariant(IFormattable? value) =>
        value?.ToString(value is DateOnly ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture);
}
