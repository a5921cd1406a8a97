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
}
