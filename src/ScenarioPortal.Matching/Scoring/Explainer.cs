using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Says why a pair has its score.</summary>
internal sealed class Explainer(PairScorer scorer, PassageFinder passages)
{
    /// <summary>One need and several capabilities: the clauses of the need are read once.</summary>
    public IReadOnlyList<MatchExplanation> Explain(NeedProfile profile, IEnumerable<(CapabilityDocument Document, AnalysedDocument Analysis)> capabilities)
    {
        var clauses = passages.Read(profile.Need);
        return [.. capabilities.Select(c => Explain(profile, clauses, c.Document, c.Analysis))];
    }

    private MatchExplanation Explain(NeedProfile profile, NeedClauses clauses, CapabilityDocument capability, AnalysedDocument analysed)
    {
        var need = profile.Need;
        var score = scorer.Score(profile, capability, analysed);
        var points = scorer.PointsOf(score);
        var shared = passages.Find(clauses, capability);
        var purposeVerdict = PurposeJudge.Judge(score.Evidence.Text.Words, shared, clauses);
        var hints = ReasonWriter.Hints(profile, analysed, points.Hints).ToArray();
        IReadOnlyList<MatchReason> reasons =
        [
            .. Purposes(shared, purposeVerdict, hints.Length > 0 ? points.Words : points.Words + points.Hints),
            .. hints,
            .. ReasonWriter.Meaning(points.Meaning),
            .. ReasonWriter.Peers(points.Peers),
            .. profile.Technologies.Select((technology, place) =>
                ReasonWriter.Reason(Criterion.Technology, score.Judged.Technologies[place], technology.Text) with { Points = points.Technologies[place] }),
            ReasonWriter.Field(need, capability, profile.AffinityTo(analysed.Field)) with { Points = points.Field },
            ReasonWriter.Region(need, capability) with { Points = points.Region },
            ReasonWriter.Maturity(need, capability) with { Points = points.Maturity },
            ReasonWriter.Budget(need, capability) with { Points = points.Budget },
            ReasonWriter.Schedule(need, capability) with { Points = points.Schedule },
            .. Conditions(profile, capability, score.Judged.Conditions, points),
            .. ReasonWriter.Confirmation(capability, score.ForSilence).Select(r => r with { Points = points.Silence }),
            .. ReasonWriter.Credit(capability, score.ForCredit).Select(r => r with { Points = points.Credit }),
            .. Experience(shared, purposeVerdict)
        ];
        return new MatchExplanation(score.Score, reasons, score.ExcludedBy);
    }

    /// <summary>What an exclusion costs stands with the first condition that excludes.</summary>
    private static IEnumerable<MatchReason> Conditions(NeedProfile profile, CapabilityDocument capability, Judgement[] judged, Points points)
    {
        var exclusion = points.Exclusion;
        for (var place = 0; place < judged.Length; place++)
        {
            var (condition, phrase) = (profile.Need.Conditions[place], profile.Conditions[place]);
            var excludes = judged[place].Detail == ReasonDetail.ConditionExcludes;
            yield return ReasonWriter.Reason(Criterion.Condition, judged[place], condition.Text, ReasonWriter.Level(phrase, capability)) with
            {
                Points = points.Conditions[place] + (excludes ? exclusion : 0)
            };
            exclusion = excludes ? 0 : exclusion;
        }
    }

    private IEnumerable<MatchReason> Purposes(IReadOnlyList<SharedPassage> shared, Verdict verdict, decimal points) =>
        shared.Count == 0
            ? [ReasonWriter.Reason(Criterion.Purpose, Judgement.Unknown(ReasonDetail.NoSimilarWords)) with { Points = points }]
            : shared.Select((s, place) => new MatchReason
            {
                Criterion = Criterion.Purpose,
                Verdict = verdict,
                Detail = ReasonDetail.SimilarWords,
                Points = place == 0 ? points : null,
                Passages =
                [
                    Highlighter.Mark(Side.Need, s, passages.Rarity),
                    Highlighter.Mark(Side.Capability, s, passages.Rarity)
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
