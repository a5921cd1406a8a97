namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// What each part of the evidence brings to the score: the curve is climbed part by part, always in the same order, in whole billionths, so that the points of all parts are
/// the score to the last digit. A part that speaks for the pair has points above zero, one that speaks against it below.
/// </summary>
internal sealed record Points
{
    private const double Unit = 1e9;

    public required decimal Words { get; init; }

    public required decimal Hints { get; init; }

    public required decimal Meaning { get; init; }

    public required decimal Peers { get; init; }

    public required IReadOnlyList<decimal> Technologies { get; init; }

    /// <summary>The field that is stated and the fields that the words point to.</summary>
    public required decimal Field { get; init; }

    public required decimal Region { get; init; }

    public required decimal Maturity { get; init; }

    public required decimal Budget { get; init; }

    public required decimal Schedule { get; init; }

    public required IReadOnlyList<decimal> Conditions { get; init; }

    /// <summary>What it costs that a required condition is known to fail.</summary>
    public required decimal Exclusion { get; init; }

    public required decimal Silence { get; init; }

    public required decimal Credit { get; init; }

    public static double Rounded(double score) => Math.Round(score * Unit) / Unit;

    /// <param name="evidence">The parts.</param>
    /// <param name="technologies">What each wanted technology adds; together what they add in the evidence.</param>
    /// <param name="conditions">The same of the conditions.</param>
    /// <param name="curve">From evidence to score.</param>
    /// <param name="share">What is left of the score: 1, or less where a required condition fails.</param>
    public static Points Of(Evidence evidence, double[] technologies, double[] conditions, Func<double, double> curve, double share)
    {
        var (sum, reached) = (0d, 0L);
        return new Points
        {
            Words = Step(evidence.Text.Words),
            Hints = Step(evidence.Text.Hints),
            Meaning = Step(evidence.Text.Meaning),
            Peers = Step(evidence.Peers),
            Technologies = Array.ConvertAll(technologies, Step),
            Field = Step(evidence.Text.FieldWords + evidence.Field),
            Region = Step(evidence.Region),
            Maturity = Step(evidence.Maturity),
            Budget = Step(evidence.Budget),
            Schedule = Step(evidence.Schedule),
            Conditions = Array.ConvertAll(conditions, Step),
            Exclusion = To(curve(evidence.Fit) * share),
            Silence = To(curve(evidence.Kept) * share),
            Credit = To(curve(evidence.Total) * share)
        };

        decimal Step(double part)
        {
            sum += part;
            return To(curve(sum));
        }

        decimal To(double score)
        {
            var (now, before) = ((long)Math.Round(score * Unit), reached);
            reached = now;
            return (now - before) / (decimal)Unit;
        }
    }
}
