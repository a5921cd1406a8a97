using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// A condition is known to hold (1) or to fail (0) where it speaks of the place of registration or of a readiness level and
/// both sides state theirs; otherwise it is looked for in the words of the capability and in its certificates: found 1, in part 0.75, not mentioned ½.
/// Words that are missing never count as a no.
/// </summary>
internal static class ConditionScorer
{
    public static Judgement Judge(MatchCondition condition, WantedPhrase phrase, NeedDocument need, CapabilityDocument capability, AnalysedDocument analysed) =>
        (LocalCondition.Holds(phrase.LocalDigits, need.RegionCode, capability.RegionCode)
            ?? MaturityCondition.Holds(phrase.Level, capability.Trl)) switch
        {
            true => new(Verdict.Met, 1, ReasonDetail.ConditionFound),
            false => new(Verdict.Unmet, 0, condition.Required ? ReasonDetail.ConditionExcludes : ReasonDetail.ConditionFails),
            null => Mentioned(phrase, analysed)
        };

    private static Judgement Mentioned(WantedPhrase phrase, AnalysedDocument capability) =>
        phrase.CoverageWithCertificates(capability) switch
        {
            >= WantedPhrase.FoundFrom => new(Verdict.Met, 1, ReasonDetail.ConditionFound),
            >= WantedPhrase.FoundInPartFrom => new(Verdict.Partly, 0.75, ReasonDetail.ConditionFoundInPart),
            _ => Judgement.Unknown(ReasonDetail.ConditionNotMentioned)
        };
}
