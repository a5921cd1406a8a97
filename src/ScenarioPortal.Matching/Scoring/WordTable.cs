using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// The words of a need and what the thesaurus leads to from them, laid out to be met by many capabilities: each term of a capability is looked up, where stepping
/// through two sorted lists guesses wrong at every other step. That takes a third of the time of <see cref="WeightedTerms.Dot(TermVector, Saturation, float)"/>, and as terms come in the
/// same order the sums are the same to the last bit. A buffer, filled again and again.
/// </summary>
internal sealed class WordTable
{
    [ThreadStatic]
    private static WordTable? _ofThread;

    private readonly KeyTable _terms = new();
    private (float Word, float Hint)[] _weights = new (float, float)[256];
    private int[] _places = [];

    /// <summary>The table for a need, good until the next call on this thread.</summary>
    public static WordTable Of(NeedWords words, NeedWords? hints)
    {
        var table = _ofThread ??= new WordTable();
        table._terms.Clear();
        foreach (var (key, weight) in words.Terms.Keys.Zip(words.Terms.Weights))
        {
            table.Weight(key).Word = weight;
        }

        foreach (var (key, weight) in hints is null ? [] : hints.Terms.Keys.Zip(hints.Terms.Weights))
        {
            table.Weight(key).Hint = weight;
        }

        return table;
    }

    /// <summary>Σ weight here × weight in the document over shared terms.</summary>
    public (float Words, float Hints) Dot(TermVector document, float typicalLength)
    {
        var (pivot, words, hints) = (Saturation.Capability.Pivot(document.Length, typicalLength), 0f, 0f);
        var (keys, weights, terms) = (document.Keys, _weights, _terms);
        if (_places.Length < keys.Length)
        {
            _places = new int[2 * keys.Length];
        }

        foreach (var place in _places.AsSpan(0, terms.Sift(keys, _places)))
        {
            if (terms.Find(keys[place]) is >= 0 and var number)
            {
                var there = Saturation.Capability.Weigh(document.Frequencies[place], pivot);
                words += weights[number].Word * there;
                hints += weights[number].Hint * there;
            }
        }

        return (words, hints);
    }

    private ref (float Word, float Hint) Weight(ulong key)
    {
        var count = _terms.Count;
        var number = _terms.FindOrAdd(key);
        if (number == _weights.Length)
        {
            Array.Resize(ref _weights, 2 * number);
        }

        ref var weight = ref _weights[number];
        weight = number == count ? default : weight;
        return ref weight;
    }
}
