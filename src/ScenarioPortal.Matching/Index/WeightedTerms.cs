namespace ScenarioPortal.Matching.Index;

/// <summary>A query: terms sorted by key, each with its weight.</summary>
internal sealed record WeightedTerms(ulong[] Keys, float[] Weights)
{
    /// <summary>Σ weight here × weight in the document over shared terms, in the order of keys: the same sum to the last bit, wherever it is asked for.</summary>
    public float Dot(TermVector document, Saturation saturation, float typicalLength)
    {
        var (pivot, sum) = (saturation.Pivot(document.Length, typicalLength), 0f);
        var (keys, others) = (Keys, document.Keys);
        for (int i = 0, j = 0; i < keys.Length && j < others.Length;)
        {
            // Steps without a branch: which side is ahead cannot be predicted, and guessing wrong costs more than both steps.
            var (key, other) = (keys[i], others[j]);
            if (key == other)
            {
                sum += Weights[i] * saturation.Weigh(document.Frequencies[j], pivot);
            }

            i += key <= other ? 1 : 0;
            j += other <= key ? 1 : 0;
        }

        return sum;
    }

    /// <summary>Σ weight × weight over shared terms.</summary>
    public float Dot(WeightedTerms other)
    {
        var sum = 0f;
        for (int i = 0, j = 0; i < Keys.Length && j < other.Keys.Length;)
        {
            var (key, otherKey) = (Keys[i], other.Keys[j]);
            sum += key == otherKey ? Weights[i] * other.Weights[j] : 0;
            i += key <= otherKey ? 1 : 0;
            j += otherKey <= key ? 1 : 0;
        }

        return sum;
    }

    /// <summary>These and others, whose weights count so much; terms of both are added up.</summary>
    public WeightedTerms With(WeightedTerms others, float share)
    {
        var (keys, weights) = (new List<ulong>(Keys.Length + others.Keys.Length), new List<float>(Keys.Length + others.Keys.Length));
        for (int i = 0, j = 0; i < Keys.Length || j < others.Keys.Length;)
        {
            var takesOwn = i < Keys.Length && (j == others.Keys.Length || Keys[i] <= others.Keys[j]);
            var takesOther = j < others.Keys.Length && (i == Keys.Length || others.Keys[j] <= Keys[i]);
            keys.Add(takesOwn ? Keys[i] : others.Keys[j]);
            weights.Add((takesOwn ? Weights[i] : 0) + (takesOther ? share * others.Weights[j] : 0));
            i += takesOwn ? 1 : 0;
            j += takesOther ? 1 : 0;
        }

        return new WeightedTerms([.. keys], [.. weights]);
    }
}
