using System.Collections.Concurrent;
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

    /// <summary>At about half a kilobyte each; those of a longer list are weighed each time.</summary>
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<AnalysedDocument, WeightedTerms> _kept = new(ReferenceEqualityComparer.Instance);
    private int _count;

    private readonly int _most = Math.Max(FewestDocuments, capabilities.Documents / 10);

    /// <summary>The same for a capability of the list, which is asked for again and again.</summary>
    public WeightedTerms Of(AnalysedDocument capability)
    {
        if (_kept.TryGetValue(capability, out var known))
        {
            return known;
        }

        var terms = Weigh(capability.Matching);
        if (Volatile.Read(ref _count) < MostKept && _kept.TryAdd(capability, terms))
        {
            Interlocked.Increment(ref _count);
        }

        return terms;
    }

    /// <summary>The terms of a capability that count, with weights of norm 1; none when no term counts.</summary>
    public WeightedTerms Weigh(TermVector document)
    {
        var (keys, weights, squares) = (new ulong[document.Keys.Length], new float[document.Keys.Length], 0f);
        var (pivot, count) = (Saturation.Capability.Pivot(document.Length, capabilities.TypicalLength), 0);
        for (var i = 0; i < document.Keys.Length; i++)
        {
            var documents = capabilities.DocumentsWith(vocabulary.Find(document.Keys[i]));
            if (documents >= 2 && documents <= _most)
            {
                var weight = Saturation.Capability.Weigh(document.Frequencies[i], pivot) * capabilities.InverseFrequency(documents);
                (keys[count], weights[count]) = (document.Keys[i], weight);
                squares += weight * weight;
                count++;
            }
        }

        var norm = MathF.Sqrt(squares);
        return new WeightedTerms(keys[..count], Array.ConvertAll(weights[..count], w => w / norm));
    }

    /// <summary>The cosine of each with each, row by row: only terms that two of them share cost anything.</summary>
    public static float[] Matrix(IReadOnlyList<WeightedTerms> documents)
    {
        var (size, total) = (documents.Count, documents.Sum(d => d.Keys.Length));
        var (keys, places, at) = (new ulong[total], new (int Document, float Weight)[total], 0);
        for (var document = 0; document < size; document++)
        {
            documents[document].Keys.CopyTo(keys, at);
            foreach (var weight in documents[document].Weights)
            {
                places[at++] = (document, weight);
            }
        }

        Array.Sort(keys, places);
        var matrix = new float[size * size];
        for (var (start, end) = (0, 0); start < total; start = end)
        {
            for (end = start + 1; end < total && keys[end] == keys[start]; end++)
            {
            }

            foreach (var (one, weight) in places.AsSpan(start, end - start))
            {
                foreach (var (other, otherWeight) in places.AsSpan(start, end - start))
                {
                    matrix[(one * size) + other] += weight * otherWeight;
                }
            }
        }

        return matrix;
    }
}
