namespace ScenarioPortal.Matching.Scoring;

/// <summary>Level reached 1; each level below the wanted one (GB/T 22900-2022) costs a quarter, from 0.4 on; not stated ½.</summary>
internal static class MaturityScorer
{
    public static Judgement Judge(NeedDocument need, CapabilityDocument capability) =>
        (need.MinimumTrl, capability.Trl) switch
        {
            ({ } wanted, { } level) when level >= wanted => new(Verdict.Met, 1, ReasonDetail.MaturityReached),
            ({ } wanted, { } level) when level == wanted - 1 => new(Verdict.Partly, 0.4, ReasonDetail.MaturityBelow),
            ({ } wanted, { } level) => new(Verdict.Unmet, Math.Max(0, 0.65 - (0.25 * (wanted - level))), ReasonDetail.MaturityBelow),
            _ => Judgement.Unknown(ReasonDetail.MaturityNotStated)
        };
}
