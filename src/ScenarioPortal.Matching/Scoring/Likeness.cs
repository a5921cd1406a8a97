using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// How like two capabilities are: the cosine of their words weighed as in matching, of words that some have and few: what one alone has and what a tenth of the
/// list or more has tells nothing about likeness. Thread-safe.
/// </summary>
internal sealed class Likeness(Vocabulary vocabulary, CollectionStatistics capabilities)
{
    /// <summary>In a short list a tenth is less than this.</summary>
    private const int FewestDocuments = 3;

    private readonly int _most = Math.Max(FewestDocuments, capabilities.Documents / 10);

    /// <summary>The terms of a capability that count, with weights of norm 1; none when no term counts.</summary>
    public WeightedTerms Weigh(TermVector document)
    {
        var (keys, weights, squares) = (new ulong[document.Keys.Length], new float[document.Keys.Length], 0f);
        var (pivot, count) = (Pivot(document), 0);
        for (var i = 0; i < document.Keys.Length; i++)
        {
            if (Rarity(document.Keys[i]) is > 0 and var rarity)
            {
                var weight = Saturation.Capability.Weigh(document.Frequencies[i], pivot) * rarity;
                (keys[count], weights[count]) = (document.Keys[i], weight);
                squares += weight * weight;
                count++;
            }
        }

        var norm = MathF.Sqrt(squares);
        return new WeightedTerms(keys[..count], Array.ConvertAll(weights[..count], w => w / norm));
    }

    /// <summary>How much a term counts in comparing; 0 for one that does not.</summary>
    public float Rarity(ulong key)
    {
        var documents = capabilities.DocumentsWith(vocabulary.Find(key));
        return documents >= 2 && documents <= _most ? capabilities.InverseFrequency(documents) : 0;
    }

    public float Pivot(TermVector document) => Saturation.Capability.Pivot(document.Length, capabilities.TypicalLength);
}
