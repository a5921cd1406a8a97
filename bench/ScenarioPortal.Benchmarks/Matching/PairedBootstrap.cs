namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>
/// How sure it is that one way is better than another on average, given both figures for each need: the needs are drawn anew many times
/// (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993).
/// </summary>
internal static class PairedBootstrap
{
    private const int Draws = 10_000;
    private const int Seed = 20_261_127;

    /// <summary>The mean difference and the interval that holds 95 % of the draws.</summary>
    public static (double Mean, double Low, double High) Difference(double[] ours, double[] theirs)
    {
        var chance = new Random(Seed);
        var differences = ours.Zip(theirs, (our, their) => our - their).ToArray();
        var means = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var i = 0; i < differences.Length; i++)
            {
                means[draw] += differences[chance.Next(differences.Length)] / differences.Length;
            }
        }

        Array.Sort(means);
        return (differences.Average(), means[Draws / 40], means[Draws - (Draws / 40)]);
    }
}
