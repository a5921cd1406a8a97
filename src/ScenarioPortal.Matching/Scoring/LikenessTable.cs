using System.Numerics;
using System.Runtime.InteropServices;
using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// Capabilities that are to be compared with one another, their words weighed as <see cref="Likeness"/> does. They speak of the same things, so each different word is weighed once and not
/// once for each that has it, and only words that two of them share cost anything. A buffer, filled again and again.
/// </summary>
internal sealed class LikenessTable
{
    /// <summary>What so many have is laid out as a column over all capabilities, which takes the time of some ten uses one by one.</summary>
    private const int Common = 12;

    [ThreadStatic]
    private static LikenessTable? _ofThread;

    private readonly KeyTable _terms = new();
    private float[] _rarities = [];

    /// <summary>The weighed words of all capabilities, those of one after those of another, each sorted by key.</summary>
    private (int Term, float Weight)[] _words = [];

    private int[] _starts = [];

    /// <summary>The same by term.</summary>
    private (int Capability, float Weight)[] _uses = [];

    private int[] _ends = [];

    /// <summary>A column for each common term: the weight in each capability, nought where it does not stand.</summary>
    private float[] _columns = [];

    /// <summary>Where the column of a term begins, in whole vectors; −1 for what is not common.</summary>
    private int[] _columnOf = [];

    private int[] _places = [];
    private float[] _row = [];

    /// <summary>How many vectors make a column.</summary>
    private int _height;

    /// <summary>The norms of some capabilities, by which the weights of their words are divided.</summary>
    public static float[] Norms(Likeness likeness, ReadOnlySpan<Entry<CapabilityDocument>> capabilities)
    {
        var norms = new float[capabilities.Length];
        Read(likeness, capabilities, norms);
        return norms;
    }

    /// <summary>The table for some capabilities, good until the next call on this thread.</summary>
    public static LikenessTable Of(Likeness likeness, ReadOnlySpan<Entry<CapabilityDocument>> capabilities)
    {
        var table = Read(likeness, capabilities, new float[capabilities.Length]);
        table.Turn(capabilities.Length);
        table.LayOutColumns(capabilities.Length);
        return table;
    }

    /// <summary>The cosine of one capability with each of others, whose norms are known; the same bits as from a table of all.</summary>
    public static void Compare(Likeness likeness, TermVector one, ReadOnlySpan<Entry<CapabilityDocument>> others, ReadOnlySpan<float> norms, Span<float> row)
    {
        var (table, words) = (Empty(), likeness.Weigh(one));
        Fit(ref table._rarities, words.Keys.Length);
        foreach (var key in words.Keys)
        {
            table._rarities[table._terms.FindOrAdd(key)] = likeness.Rarity(key);
        }

        for (var i = 0; i < row.Length; i++)
        {
            var document = others[i].Analysis.Matching;
            var (keys, pivot, sum) = (document.Keys, likeness.Pivot(document), 0f);
            Fit(ref table._places, keys.Length);
            foreach (var place in table._places.AsSpan(0, table._terms.Sift(keys, table._places)))
            {
                if (table._terms.Find(keys[place]) is >= 0 and var term)
                {
                    sum += words.Weights[term] * (Saturation.Capability.Weigh(document.Frequencies[place], pivot) * table._rarities[term] / norms[i]);
                }
            }

            row[i] = sum;
        }
    }

    /// <summary>
    /// The cosine of one with each, itself among them, good until the next call. Terms come in the order of keys, as in <see cref="WeightedTerms.Dot(WeightedTerms)"/>,
    /// and adding nought changes nothing, so sums are the same to the last bit.
    /// </summary>
    public ReadOnlySpan<float> Row(int capability)
    {
        Fit(ref _row, _height * Vector<float>.Count);
        var row = _row.AsSpan(0, _height * Vector<float>.Count);
        row.Clear();
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(row);
        var columns = MemoryMarshal.Cast<float, Vector<float>>(_columns.AsSpan());
        foreach (var (term, weight) in _words.AsSpan(_starts[capability].._starts[capability + 1]))
        {
            if (_columnOf[term] is >= 0 and var column)
            {
                var there = columns.Slice(column, vectors.Length);
                var each = new Vector<float>(weight);
                for (var i = 0; i < vectors.Length; i++)
                {
                    vectors[i] += each * there[i];
                }

                continue;
            }

            foreach (var (other, otherWeight) in UsesOf(term))
            {
                row[other] += weight * otherWeight;
            }
        }

        return row;
    }

    private static LikenessTable Empty()
    {
        var table = _ofThread ??= new LikenessTable();
        table._terms.Clear();
        return table;
    }

    private static LikenessTable Read(Likeness likeness, ReadOnlySpan<Entry<CapabilityDocument>> capabilities, Span<float> norms)
    {
        var (table, most) = (Empty(), 0);
        foreach (var capability in capabilities)
        {
            most += capability.Analysis.Matching.Keys.Length;
        }

        Fit(ref table._rarities, most);
        Fit(ref table._words, most);
        Fit(ref table._starts, capabilities.Length + 1);
        var count = 0;
        for (var i = 0; i < capabilities.Length; i++)
        {
            table._starts[i] = count;
            norms[i] = table.Add(likeness, capabilities[i].Analysis.Matching, ref count);
        }

        table._starts[capabilities.Length] = count;
        return table;
    }

    private float Add(Likeness likeness, TermVector document, ref int count)
    {
        var (pivot, squares, first) = (likeness.Pivot(document), 0f, count);
        for (var i = 0; i < document.Keys.Length; i++)
        {
            var known = _terms.Count;
            var term = _terms.FindOrAdd(document.Keys[i]);
            if (term == known)
            {
                _rarities[term] = likeness.Rarity(document.Keys[i]);
            }

            if (_rarities[term] > 0)
            {
                var weight = Saturation.Capability.Weigh(document.Frequencies[i], pivot) * _rarities[term];
                _words[count++] = (term, weight);
                squares += weight * weight;
            }
        }

        var norm = MathF.Sqrt(squares);
        foreach (ref var word in _words.AsSpan(first..count))
        {
            word.Weight /= norm;
        }

        return norm;
    }

    private void Turn(int capabilities)
    {
        var words = _words.AsSpan(0, _starts[capabilities]);
        Fit(ref _uses, words.Length);
        Fit(ref _ends, _terms.Count + 1);
        Array.Clear(_ends, 0, _terms.Count + 1);
        foreach (var word in words)
        {
            _ends[word.Term + 1]++;
        }

        // Where the uses of each term begin; filling them moves that on to where they end.
        for (var term = 1; term <= _terms.Count; term++)
        {
            _ends[term] += _ends[term - 1];
        }

        for (var capability = 0; capability < capabilities; capability++)
        {
            foreach (var (term, weight) in _words.AsSpan(_starts[capability].._starts[capability + 1]))
            {
                _uses[_ends[term]++] = (capability, weight);
            }
        }
    }

    private void LayOutColumns(int capabilities)
    {
        _height = (capabilities + Vector<float>.Count - 1) / Vector<float>.Count;
        Fit(ref _columnOf, _terms.Count);
        var next = 0;
        for (var term = 0; term < _terms.Count; term++)
        {
            _columnOf[term] = UsesOf(term).Length < Common ? -1 : next;
            next += _columnOf[term] < 0 ? 0 : _height;
        }

        Fit(ref _columns, next * Vector<float>.Count);
        Array.Clear(_columns, 0, next * Vector<float>.Count);
        for (var term = 0; term < _terms.Count; term++)
        {
            foreach (var (capability, weight) in _columnOf[term] < 0 ? [] : UsesOf(term))
            {
                _columns[(_columnOf[term] * Vector<float>.Count) + capability] = weight;
            }
        }
    }

    private ReadOnlySpan<(int Capability, float Weight)> UsesOf(int term) => _uses.AsSpan((term == 0 ? 0 : _ends[term - 1]).._ends[term]);

    private static void Fit<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[Math.Max(length, 2 * array.Length)];
        }
    }
}
