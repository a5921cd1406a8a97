using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// The one place where a need and a capability become a score.
/// <para>
/// Evidence = <see cref="TextScorer"/> + what the capabilities most like it add (<see cref="PeerFinder"/>) + Σ weight · (2 · value − 1) over the criteria;
/// what is unknown has the value ½ and adds nothing; less where nobody confirmed that the capability is current, and where its organisation broke more promises than it kept. Score = x³ / (x³ + m³) with x = ln(1 + exp(evidence)), which is the
/// evidence where there is some and never negative, and m the evidence at which the score is one half. The weights are in <see cref="MatchWeights"/>.
/// </para>
/// <para>
/// Mean and deviation take out how long and how unusual a need is, so that scores compare between needs; the curve keeps the
/// order and leaves room at the top. The need is always the query and the capability always the
/// document, whichever side asks: a pair has one score.
/// </para>
/// </summary>
internal sealed class PairScorer(PeerFinder peers, MatchWeights weights)
{
    /// <summary>From here on ln(1 + exp(x)) is x.</summary>
    private const double Large = 40;

    public PairScore Score(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed)
    {
        var (text, change) = profile.Peers(peers).Of(profile, capability, analysed);
        return Score(profile, capability, analysed, text, change);
    }

    /// <summary>The same where text and peers are known.</summary>
    public PairScore Score(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed, TextEvidence text, double change)
    {
        var judged = Judge(profile, capability, analysed);
        var evidence = Gather(profile.Need, capability, judged, text, change);
        var share = ShareLeft(evidence);
        var score = Points.Rounded(Curve(evidence.Total) * share);
        return new PairScore(score, evidence, judged, Points.Rounded(Curve(evidence.Confirmed) * share) - score, Points.Rounded(Curve(evidence.Kept) * share) - score);
    }

    public Points PointsOf(PairScore score) => Points.Of(
        score.Evidence,
        Array.ConvertAll(score.Judged.Technologies, t => weights.Technology * Signed(t) / score.Judged.Technologies.Length),
        Array.ConvertAll(score.Judged.Conditions, c => weights.Condition * Signed(c) / score.Judged.Conditions.Length),
        Curve,
        ShareLeft(score.Evidence));

    public double Curve(double evidence)
    {
        var cube = Math.Pow(evidence > Large ? evidence : Math.Log(1 + Math.Exp(evidence)), 3);
        return cube / (cube + Math.Pow(weights.Middle, 3));
    }

    /// <summary>The curve for evidence with these signed condition values, see <see cref="ConditionSurvey"/>.</summary>
    public double WithConditions(double others, double sum, int count) => Curve(others + (weights.Condition * sum / Math.Max(1, count)));

    public static double Signed(Judgement judgement) => (2 * judgement.Value) - 1;

    private static double ShareLeft(Evidence evidence) => evidence.ExcludedBy is null ? 1 : Matcher.ShownFrom;

    private static WishesJudged Judge(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed)
    {
        var (technologies, conditions) = (profile.Technologies, profile.Conditions);
        var judged = new WishesJudged(
            technologies.Count == 0 ? [] : new Judgement[technologies.Count],
            conditions.Count == 0 ? [] : new Judgement[conditions.Count]);
        for (var i = 0; i < technologies.Count; i++)
        {
            judged.Technologies[i] = TechnologyScorer.Judge(technologies[i], analysed);
        }

        for (var i = 0; i < conditions.Count; i++)
        {
            judged.Conditions[i] = ConditionScorer.Judge(profile.Need.Conditions[i], conditions[i], profile.Need, capability, analysed);
        }

        return judged;
    }

    private Evidence Gather(NeedDocument need, CapabilityDocument capability, WishesJudged judged, TextEvidence text, double change) => new()
    {
        Text = text,
        Peers = change,
        Technologies = weights.Technology * Mean(judged.Technologies),
        Field = weights.Field * Signed(FieldScorer.Judge(need, capability)),
        Region = weights.Region * Signed(RegionScorer.Judge(need, capability)),
        Maturity = weights.Maturity * Signed(MaturityScorer.Judge(need, capability)),
        Budget = weights.Budget * Signed(BudgetScorer.Judge(need, capability)),
        Schedule = weights.Schedule * Signed(ScheduleScorer.Judge(need, capability)),
        Conditions = weights.Condition * Mean(judged.Conditions),
        Silence = capability.IsUnconfirmed ? -weights.Silence : 0,
        Credit = capability.Credit < 0 ? -weights.Credit : 0,
        ExcludedBy = Array.FindIndex(judged.Conditions, c => c.Detail == ReasonDetail.ConditionExcludes) is >= 0 and var first ? need.Conditions[first].Text : null
    };

    private static double Mean(Judgement[] judgements)
    {
        var sum = 0d;
        foreach (var judgement in judgements)
        {
            sum += Signed(judgement);
        }

        return sum / Math.Max(1, judgements.Length);
    }
}
