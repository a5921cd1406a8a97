namespace ScenarioPortal.Matching.Scoring;

/// <summary>Work can begin by the deadline 1, only after it 0, not stated ½. The deadline itself is compared with today by the edge.</summary>
internal static class ScheduleScorer
{
    public static Judgement Judge(NeedDocument need, CapabilityDocument capability) =>
        (need.Deadline, capability.AvailableFrom) switch
        {
            ({ } deadline, { } available) when available <= deadline => new(Verdict.Met, 1, ReasonDetail.ScheduleInTime),
            ({ }, { }) => new(Verdict.Unmet, 0, ReasonDetail.ScheduleTooLate),
            _ => Judgement.Unknown(ReasonDetail.ScheduleNotStated)
        };
}
