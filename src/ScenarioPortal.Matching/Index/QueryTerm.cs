namespace ScenarioPortal.Matching.Index;

/// <summary>A term of a query with its weight as an integer of 14 bits.</summary>
internal readonly record struct QueryTerm(ulong Term, int Weight)
{
    /// <summary>Makes weights integers that are as large as they may be, and says by how much they were multiplied; 0 when nothing is asked for.</summary>
    /// <param name="terms">The terms of the query.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="query">Room for as many; filled with the terms that take part.</param>
    /// <param name="count">How many take part.</param>
    public static float Quantise(ReadOnlySpan<ulong> terms, ReadOnlySpan<float> weights, Span<QueryTerm> query, out int count)
    {
        var (sum, largest) = (0d, 0f);
        foreach (var weight in weights)
        {
            sum += weight > 0 ? weight : 0;
            largest = Math.Max(largest, weight);
        }

        count = 0;
        if (!(sum > 0) || double.IsInfinity(sum))
        {
            return 0;
        }

        // One less for each term, as rounding may add a half, and a whole where it would leave nothing.
        var scale = (float)Math.Min(Impact.LargestWeight / (double)largest, (Impact.WeightSum - terms.Length) / sum);
        for (var i = 0; i < terms.Length; i++)
        {
            if (weights[i] > 0)
            {
                query[count++] = new QueryTerm(terms[i], Math.Clamp((int)MathF.Round(weights[i] * scale), 1, Impact.LargestWeight));
            }
        }

        return scale;
    }
}
