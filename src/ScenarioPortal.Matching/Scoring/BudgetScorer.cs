namespace ScenarioPortal.Matching.Scoring;

/// <summary>The price begins within the budget 1, at most a quarter above it 0.4 (there is room to talk), higher 0; not stated ½.</summary>
internal static class BudgetScorer
{
    private const decimal RoomToTalk = 1.25m;

    public static Judgement Judge(NeedDocument need, CapabilityDocument capability) =>
        (need.BudgetMaximum, capability.PriceMinimum) switch
        {
            ({ } budget, { } price) when price <= budget => new(Verdict.Met, 1, ReasonDetail.BudgetEnough),
            ({ } budget, { } price) when price <= budget * RoomToTalk => new(Verdict.Partly, 0.4, ReasonDetail.BudgetNearlyEnough),
            ({ }, { }) => new(Verdict.Unmet, 0, ReasonDetail.BudgetTooSmall),
            _ => Judgement.Unknown(ReasonDetail.BudgetNotStated)
        };
}
