using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// The one place where a need and a capability become a score.
/// <para>
/// Evidence = similarity of the texts (BM25 of the capability for the need's words and characters, in standard deviations above
/// what capabilities at random have) + 0.3 · <see cref="FieldAffinity"/> + Σ weight · (2 · value − 1) over the criteria;
/// what is unknown has the value ½ and adds nothing; 0.3 less where nobody confirmed that the capability is current. Score = x³ / (x³ + m³) with x = ln(1 + exp(evidence)), which is the evidence
/// where there is some and never negative, and m the evidence at which two pairs of three are good.
/// </para>
/// <para>
/// Mean and deviation take out how long and how unusual a need is, so that scores compare between needs; the curve keeps the
/// order and leaves room at the top. The need is always the query and the capability always the
/// document, whichever side asks: a pair has one score.
/// </para>
/// </summary>
internal sealed class PairScorer(CollectionStatistics capabilities)
{
    /// <summary>m: the evidence at which two pairs of three are good.</summary>
    public const double Middle = 4.0;

    private const double AffinityWeight = 0.3;
    private const double FieldWeight = 0.3;
    private const double RegionWeight = 0.2;
    private const double TechnologyWeight = 0.5;
    private const double MaturityWeight = 0.6;
    private const double BudgetWeight = 0.5;
    private const double ScheduleWeight = 0.5;
    public const double ConditionWeight = 0.6;

    /// <summary>As much as another field: enough to stand behind an equal that is confirmed, too little to hide what fits.</summary>
    private const double ConfirmationWeight = 0.3;

    /// <summary>From here on ln(1 + exp(x)) is x.</summary>
    private const double Large = 40;

    public PairScore Score(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed)
    {
        var similarity = Similarity(profile, analysed);
        var evidence = Others(profile, capability, analysed, similarity) + (ConditionWeight * Conditions(profile, capability, analysed, out var excludedBy));
        var confirmed = Curve(evidence);
        var score = capability.IsUnconfirmed ? Curve(evidence - ConfirmationWeight) : confirmed;
        var share = excludedBy is null ? 1 : Matcher.ShownFrom;
        return new PairScore(score * share, similarity, excludedBy, (confirmed - score) * share);
    }

    /// <summary>The evidence from everything but the conditions, with what silence costs.</summary>
    public double WithoutConditions(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed) =>
        Others(profile, capability, analysed, Similarity(profile, analysed)) - (capability.IsUnconfirmed ? ConfirmationWeight : 0);

    public static double Curve(double evidence)
    {
        var cube = Math.Pow(evidence > Large ? evidence : Math.Log(1 + Math.Exp(evidence)), 3);
        return cube / (cube + (Middle * Middle * Middle));
    }

    public static double Signed(Judgement judgement) => (2 * judgement.Value) - 1;

    private static double Others(NeedProfile profile, CapabilityDocument capability, AnalysedDocument analysed, double similarity)
    {
        var need = profile.Need;
        return similarity
            + (AffinityWeight * profile.AffinityTo(analysed.Field))
            + (FieldWeight * Signed(FieldScorer.Judge(need, capability)))
            + (RegionWeight * Signed(RegionScorer.Judge(need, capability)))
            + (MaturityWeight * Signed(MaturityScorer.Judge(need, capability)))
            + (BudgetWeight * Signed(BudgetScorer.Judge(need, capability)))
            + (ScheduleWeight * Signed(ScheduleScorer.Judge(need, capability)))
            + (TechnologyWeight * Technologies(profile, analysed));
    }

    private double Similarity(NeedProfile profile, AnalysedDocument capability) =>
        (profile.Terms.Dot(capability.Matching, Saturation.Capability, capabilities.TypicalLength) - profile.Expected) / profile.Deviation;

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
