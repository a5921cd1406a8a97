namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Same field 1, another field of the same area 0.75, another field 0, not stated ½.
/// A different field is never more than a small minus: on the tuning data half of the good pairs cross fields.
/// </summary>
internal static class FieldScorer
{
    public static Judgement Judge(NeedDocument need, CapabilityDocument capability)
    {
        if (string.IsNullOrEmpty(need.Field) || string.IsNullOrEmpty(capability.Field))
        {
            return Judgement.Unknown(ReasonDetail.FieldNotStated);
        }

        if (need.Field == capability.Field)
        {
            return new(Verdict.Met, 1, ReasonDetail.FieldSame);
        }

        return !string.IsNullOrEmpty(need.FieldArea) && need.FieldArea == capability.FieldArea
            ? new(Verdict.Partly, 0.75, ReasonDetail.FieldSameArea)
            : new(Verdict.Unmet, 0, ReasonDetail.FieldDifferent);
    }
}
