namespace ScenarioPortal.Matching.Learning;

/// <summary>
/// Pairwise logistic regression near what is in force. That one is chosen over another has the probability 1 / (1 + exp(−β · d)), where d is what it has more of evidence when
/// each part k counts 1 + t of what it does; β, how much people heed evidence at all, is learnt with it. What is minimised is Σ importance · −ln probability + Σ 2 t²: before anything
/// is known, each weight is taken to be right to within half of its own size. Decisions at random lead to β = 0, and then no t has a reason to move.
/// </summary>
internal static class PairwiseFit
{
    /// <summary>A weight becomes nothing at least and three times what it was at most.</summary>
    private const double LeastChange = -1;

    private const double MostChange = 2;
    /// <summary>1 / ½², the inverse square of how far off a weight is taken to be.</summary>
    private const double Trust = 4;

    private const double Tolerance = 1e-6;
    private const int MostRounds = 500;

    /// <summary>Keeps β finite when all decisions agree.</summary>
    private const double Modesty = 1e-3;

    /// <summary>By what factor each weight changes.</summary>
    public static double[] Factors(IReadOnlyList<Comparison> comparisons, int parts)
    {
        var (changes, heed) = (new double[parts], 0d);
        var evidence = comparisons.Select(c => c.Evidence).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = Move(ref heed, 0, double.MaxValue, Step(comparisons, evidence, heed, part: null, Modesty * heed, Modesty));
            for (var part = 0; part < parts; part++)
            {
                var before = changes[part];
                moved = Math.Max(moved, Move(ref changes[part], LeastChange, MostChange, Step(comparisons, evidence, heed, part, Trust * before, Trust)));
                for (var i = 0; changes[part] != before && i < evidence.Length; i++)
                {
                    evidence[i] += (changes[part] - before) * comparisons[i].Parts[part];
                }
            }

            if (moved < Tolerance)
            {
                break;
            }
        }

        return Array.ConvertAll(changes, change => 1 + change);
    }

    /// <summary>Along one coordinate, as far as the largest curvature that the logistic loss can have allows: it never goes up.</summary>
    private static double Step(IReadOnlyList<Comparison> comparisons, double[] evidence, double heed, int? part, double slope, double curvature)
    {
        for (var i = 0; i < evidence.Length; i++)
        {
            var along = part is { } p ? heed * comparisons[i].Parts[p] : evidence[i];
            slope -= comparisons[i].Importance * along / (1 + Math.Exp(heed * evidence[i]));
            curvature += comparisons[i].Importance * along * along / 4;
        }

        return -slope / curvature;
    }

    private static double Move(ref double value, double least, double most, double step)
    {
        var before = value;
        value = Math.Clamp(value + step, least, most);
        return Math.Abs(value - before);
    }
}
