using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Says why a pair has its score.</summary>
internal sealed class Explainer(PairScorer scorer, PassageFinder passages)
{
    /// <summary>One need and several capabilities: the clauses of the need are read once.</summary>
    public IReadOnlyList<MatchExplanation> Explain(NeedProfile profile, IEnumerable<(CapabilityDocument Document, AnalysedDocument Analysis)> capabilities)
    {
        var clauses = passages.Read(Section.Of(profile.Need));
        return [.. capabilities.Select(c => Explain(profile, clauses, c.Document, c.Analysis))];
    }

    private MatchExplanation Explain(NeedProfile profile, IReadOnlyList<WeighedClause> clauses, CapabilityDocument capability, AnalysedDocument analysed)
    {
        var need = profile.Need;
        var score = scorer.Score(profile, capability, analysed);
        var shared = passages.Find(clauses, capability);
        var purposeVerdict = PurposeJudge.Judge(score.Similarity, shared, passages.Rarity);
        IReadOnlyList<MatchReason> reasons =
        [
            .. Purposes(shared, purposeVerdict),
            .. profile.Technologies.Select(t => ReasonWriter.Reason(Criterion.Technology, TechnologyScorer.Judge(t, analysed), t.Text)),
            ReasonWriter.Field(need, capability, profile.AffinityTo(analysed.Field)),
            ReasonWriter.Region(need, capability),
            ReasonWriter.Maturity(need, capability),
            ReasonWriter.Budget(need, capability),
            ReasonWriter.Schedule(need, capability),
            .. need.Conditions.Zip(profile.Conditions, (condition, phrase) => ReasonWriter.Reason(
                Criterion.Condition, ConditionScorer.Judge(condition, phrase, need, capability, analysed), condition.Text, ReasonWriter.Level(condition, capability))),
            .. ReasonWriter.Confirmation(capability, score.ForSilence),
            .. Experience(shared, purposeVerdict)
        ];
        return new MatchExplanation(score.Score, reasons, score.ExcludedBy);
    }

    private IEnumerable<MatchReason> Purposes(IReadOnlyList<SharedPassage> shared, Verdict verdict) =>
        shared.Count == 0
            ? [ReasonWriter.Reason(Criterion.Purpose, Judgement.Unknown(ReasonDetail.NoSimilarWords))]
            : shared.Select(s => new MatchReason
            {
                Criterion = Criterion.Purpose,
                Verdict = verdict,
                Detail = ReasonDetail.SimilarWords,
                Passages =
                [
                    Highlighter.Mark(Side.Need, s.Need, s.Capability, passages.Rarity),
                    Highlighter.Mark(Side.Capability, s.Capability, s.Need, passages.Rarity)
                ]
            });

    private static IEnumerable<MatchReason> Experience(IReadOnlyList<SharedPassage> shared, Verdict verdict) =>
        shared.Where(s => s.Capability.IsCase).Take(1).Select(s => new MatchReason
        {
            Criterion = Criterion.Experience,
            Verdict = verdict,
            Detail = ReasonDetail.CaseSimilar,
            Values = [s.Capability.Text]
        });
}
