using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// The one place where a need and a capability become a score.
/// <para>
/// Evidence = <see cref="TextScorer"/> + what the capabilities most like it add (<see cref="PeerFinder"/>) + Σ weight · (2 · value − 1) over the criteria;
/// what is unknown has the value ½ and adds nothing; less where nobody confirmed that the capability is current. Score = x³ / (x³ + m³) with x = ln(1 + exp(evidence)), which is the
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
        var evidence = Gather(profile, capability, analysed, text, change);
        var share = ShareLeft(evidence);
        var score = Points.Rounded(Curve(evidence.Total) * share);
        return new PairScore(score, evidence, Points.Rounded(Curve(evidence.Confirmed) * share) - score);
    }

    public Points PointsOf(Evidence evidence, NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed) => Points.Of(
        evidence,
        [.. profile.Technologies.Select(t => weights.Technology * Signed(TechnologyScorer.Judge(t, analysed)) / profile.Technologies.Count)],
        [.. profile.Conditions.Select((phrase, place) =>
            weights.Condition * Signed(ConditionScorer.Judge(profile.Need.Conditions[place], phrase, profile.Need, capability, analysed)) / profile.Conditions.Count)],
        Curve,
        ShareLeft(evidence));

    public double Curve(double evidence)
    {
        var cube = Math.Pow(evidence > Large ? evidence : Math.Log(1 + Math.Exp(evidence)), 3);
        return cube / (cube + Math.Pow(weights.Middle, 3));
    }

    /// <summary>The curve for evidence with these signed condition values, see <see cref="ConditionSurvey"/>.</summary>
    public double WithConditions(double others, double sum, int count) => Curve(others + (weights.Condition * sum / Math.Max(1, count)));

    public static double Signed(Judgement judgement) => (2 * judgement.Value) - 1;

    private static double ShareLeft(Evidence evidence) => evidence.ExcludedBy is null ? 1 : Matcher.ShownFrom;

    private Evidence Gather(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed, TextEvidence text, double change)
    {
        var need = profile.Need;
        var conditions = Conditions(profile, capability, analysed, out var excludedBy);
        return new Evidence
        {
            Text = text,
            Peers = change,
            Technologies = weights.Technology * Technologies(profile, analysed),
            Field = weights.Field * Signed(FieldScorer.Judge(need, capability)),
            Region = weights.Region * Signed(RegionScorer.Judge(need, capability)),
            Maturity = weights.Maturity * Signed(MaturityScorer.Judge(need, capability)),
            Budget = weights.Budget * Signed(BudgetScorer.Judge(need, capability)),
            Schedule = weights.Schedule * Signed(ScheduleScorer.Judge(need, capability)),
            Conditions = weights.Condition * conditions,
            Silence = capability.IsUnconfirmed ? -weights.Silence : 0,
            ExcludedBy = excludedBy
        };
    }

    /// <summary>The mean over the wanted technologies.</summary>
    private static double Technologies(NeedProfile profile, AnalysedDocument capability)
    {
        var sum = 0d;
        foreach (var technology in profile.Technologies)
        {
            sum += Signed(TechnologyScorer.Judge(technology, capability));
        }

        return sum / Math.Max(1, profile.Technologies.Count);
    }

    /// <summary>The mean over the conditions; names the first required one that is known to fail.</summary>
    private static double Conditions(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed, out string? excludedBy)
    {
        var sum = 0d;
        excludedBy = null;
        for (var i = 0; i < profile.Conditions.Count; i++)
        {
            var condition = profile.Need.Conditions[i];
            var judgement = ConditionScorer.Judge(condition, profile.Conditions[i], profile.Need, capability, analysed);
            sum += Signed(judgement);
            excludedBy ??= judgement.Detail == ReasonDetail.ConditionExcludes ? condition.Text : null;
        }

        return sum / Math.Max(1, profile.Conditions.Count);
    }
}
