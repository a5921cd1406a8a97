using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Which fields the words of a need point to: naive Bayes over the capabilities of the list. With N capabilities, n of them
/// with the term, F of field f, m of these with the term, and the prior a = 10:
/// L(f) = Σ over terms ln((m + a·n/N) / ((F + a) · n/N)), P(f) = softmax(L / T), T = max(6, terms / 10) as terms repeat one another.
/// Says ln(P · number of fields + 0.02): 0 for a field as likely as any and for one without capabilities, at most about ln(number of fields).
/// It does what looking at the fields of the first 15 results does (see the study), but from both sides alike and with
/// better results in large lists.
/// </summary>
internal static class FieldAffinity
{
    private const float Prior = 10f;
    private const float SmallestTemperature = 6f;
    private const float TermsPerTemperature = 10f;
    private const double Floor = 0.02;

    /// <summary>So few that a product of ratios, each below 10⁹, stays far from the limits of a double.</summary>
    private const int TermsPerLogarithm = 32;

    /// <summary>The affinity by field number; nothing when fewer than two fields are in use.</summary>
    public static float[] Of(ReadOnlySpan<TermUse?> need, CollectionStatistics capabilities)
    {
        var counts = capabilities.FieldCounts;
        if (capabilities.Fields < 2)
        {
            return [];
        }

        var likelihoods = new double[counts.Length];
        var products = new double[counts.Length];
        Array.Fill(products, 1);
        var terms = 0;
        foreach (var use in need)
        {
            if (use is not { Documents: > 0 })
            {
                continue;
            }

            var scale = capabilities.Documents / (Prior * use.Documents);
            foreach (var (field, documents) in use.Fields)
            {
                products[field] *= 1 + (documents * scale);
            }

            if (++terms % TermsPerLogarithm == 0)
            {
                TakeLogarithms(products, likelihoods);
            }
        }

        TakeLogarithms(products, likelihoods);

        for (var field = 0; field < counts.Length; field++)
        {
            likelihoods[field] = counts[field] > 0
                ? likelihoods[field] + (terms * Math.Log(Prior / (counts[field] + Prior)))
                : double.NegativeInfinity;
        }

        return Relative(likelihoods, Math.Max(SmallestTemperature, terms / TermsPerTemperature), capabilities.Fields);
    }

    /// <summary>The logarithm of a product instead of a sum of logarithms: a tenth of the time.</summary>
    private static void TakeLogarithms(double[] products, double[] likelihoods)
    {
        for (var field = 0; field < products.Length; field++)
        {
            likelihoods[field] += Math.Log(products[field]);
            products[field] = 1;
        }
    }

    private static float[] Relative(double[] likelihoods, double temperature, int fields)
    {
        var highest = likelihoods.Max();
        var shares = Array.ConvertAll(likelihoods, l => Math.Exp((l - highest) / temperature));
        var total = shares.Sum();
        return Array.ConvertAll(shares, share => share > 0 ? (float)Math.Log((share / total * fields) + Floor) : 0);
    }
}
