namespace ScenarioPortal.Matching.Scoring;

/// <summary>What a scorer says of a pair.</summary>
/// <param name="Verdict">For people.</param>
/// <param name="Value">0–1; ½ neither helps nor hurts and is what every unknown gets.</param>
/// <param name="Detail">What exactly.</param>
internal readonly record struct Judgement(Verdict Verdict, double Value, ReasonDetail Detail)
{
    public const double Neutral = 0.5;

    public static Judgement Unknown(ReasonDetail detail) => new(Verdict.Unknown, Neutral, detail);
}
