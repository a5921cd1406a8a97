using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// A wanted technology of which at least 0.8 of the term weight (by rarity) stands in the capability is found: 1;
/// from 0.5 on found in part: 0.75; else it is not mentioned, which is unknown: ½.
/// </summary>
internal static class TechnologyScorer
{
    public static Judgement Judge(WantedPhrase technology, AnalysedDocument capability) =>
        technology.Coverage(capability) switch
        {
            >= WantedPhrase.FoundFrom => new(Verdict.Met, 1, ReasonDetail.TechnologyFound),
            >= WantedPhrase.FoundInPartFrom => new(Verdict.Partly, 0.75, ReasonDetail.TechnologyFoundInPart),
            _ => Judgement.Unknown(ReasonDetail.TechnologyNotMentioned)
        };
}
