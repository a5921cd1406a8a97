using System.Collections.Immutable;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// One of the two lists, frozen: its documents by id and by number, and the index at the same moment. A change makes a new list that shares nearly all;
/// only when the typical length has moved, with which all impacts change, is the index built anew. What is found does not depend on where a document lies.
/// </summary>
internal sealed class DocumentList<TDocument>
    where TDocument : class
{
    private readonly Vocabulary _vocabulary;
    private readonly Saturation _saturation;
    private readonly MatchIndex _growing;
    private readonly ImpactIndex _index;
    private readonly EntryTable<TDocument> _entries;
    private readonly ImmutableDictionary<Guid, int> _numbers;
    private readonly ImmutableStack<int> _free;
    private readonly Action _merged;

    private DocumentList(
        Vocabulary vocabulary,
        Saturation saturation,
        CollectionStatistics statistics,
        MatchIndex growing,
        EntryTable<TDocument> entries,
        ImmutableDictionary<Guid, int> numbers,
        ImmutableStack<int> free,
        Action merged)
    {
        (_vocabulary, _saturation, Statistics, _growing, _index, _entries, _numbers, _free, _merged) =
            (vocabulary, saturation, statistics, growing, growing.Now, entries, numbers, free, merged);
    }

    public CollectionStatistics Statistics { get; }

    public int Count => _numbers.Count;

    /// <summary>In no particular order.</summary>
    public IEnumerable<Entry<TDocument>> Entries => _entries.Entries;

    /// <param name="vocabulary">Numbers of terms, shared by both lists.</param>
    /// <param name="saturation">How frequencies become impacts.</param>
    /// <param name="merged">Called from another thread when the index was rearranged: <see cref="Refreshed"/> is then faster.</param>
    public static DocumentList<TDocument> Empty(Vocabulary vocabulary, Saturation saturation, Action merged) => new(
        vocabulary, saturation, CollectionStatistics.Empty, Begin(saturation, merged), EntryTable<TDocument>.Empty,
        ImmutableDictionary<Guid, int>.Empty, [], merged);

    public Entry<TDocument>? Find(Guid id) => _numbers.TryGetValue(id, out var number) ? _entries[number] : null;

    /// <summary>The same list with the index as it is now arranged. For the writer and the newest list only.</summary>
    public DocumentList<TDocument> Refreshed() => new(_vocabulary, _saturation, Statistics, _growing, _entries, _numbers, _free, _merged);

    /// <summary>The list after a change. For the writer and the newest list only, as the index grows with it.</summary>
    public DocumentList<TDocument> Apply(IReadOnlyList<Entry<TDocument>> changed, IReadOnlyCollection<Guid> removed)
    {
        if (changed.Count == 0 && removed.Count == 0)
        {
            return this;
        }

        var (numbers, free, size) = (_numbers.ToBuilder(), _free, _entries.Size);
        var statistics = Statistics.Change();
        var changes = new Dictionary<int, Entry<TDocument>?>();
        foreach (var id in removed)
        {
            if (numbers.Remove(id, out var number))
            {
                statistics.Remove(_entries[number]!.Analysis);
                changes[number] = null;
                free = free.Push(number);
            }
        }

        // The last of several with one id; and alike stands together, as far as the field tells.
        foreach (var entry in changed.Reverse().DistinctBy(e => e.Id).Reverse().OrderBy(e => e.Analysis.Field))
        {
            if (!numbers.TryGetValue(entry.Id, out var number))
            {
                numbers[entry.Id] = number = free.IsEmpty ? size++ : free.Peek();
                free = free.IsEmpty ? free : free.Pop();
            }
            else
            {
                statistics.Remove(_entries[number]!.Analysis);
            }

            changes[number] = entry;
            statistics.Add(entry.Analysis);
        }

        // Counting takes as long as indexing where many come, and needs one thread only.
        var entries = _entries.With(changes, size);
        var (after, index) = ((CollectionStatistics?)null, (MatchIndex?)null);
        Parallel.Invoke(
            () => after = statistics.Build(_vocabulary),
            () => index = Indexed(changes, entries, numbers, statistics.TypicalLength));
        return new DocumentList<TDocument>(_vocabulary, _saturation, after!, index!, entries, numbers.ToImmutable(), free, _merged);
    }

    /// <summary>
    /// The documents with the highest sum of weight × weight in the document over the terms of a query: a sparse vector,
    /// the best k, those that pass the filter. Best first.
    /// </summary>
    public List<Entry<TDocument>> Best(WeightedTerms query, int count, Func<TDocument, bool>? filter)
    {
        var hits = new IndexHit[Math.Min(count, Count)];
        var found = _index.Find(query.Keys, query.Weights, hits, filter is null ? null : new EntryFilter<TDocument>(_entries, filter));
        var entries = new List<Entry<TDocument>>(found);
        foreach (var hit in hits.AsSpan(0, found))
        {
            entries.Add(_entries[hit.Document]!);
        }

        return entries;
    }

    private static MatchIndex Begin(Saturation saturation, Action merged) => new(new ImpactIndex(saturation.LargestImpact), merged);

    private MatchIndex Indexed(
        Dictionary<int, Entry<TDocument>?> changes, EntryTable<TDocument> entries, ImmutableDictionary<Guid, int>.Builder numbers, float typicalLength)
    {
        if (typicalLength == Statistics.TypicalLength)
        {
            _growing.Apply(
                changes.Where(c => c.Value is not null).Select(c => Document(c.Key, c.Value!, typicalLength)),
                changes.Where(c => c.Value is null).Select(c => c.Key));
            return _growing;
        }

        _growing.Dispose();
        var index = Begin(_saturation, _merged);
        index.Apply(entries.Entries.Select(e => Document(numbers[e.Id], e, typicalLength)), []);
        return index;
    }

    private IndexedDocument Document(int number, Entry<TDocument> entry, float typicalLength)
    {
        var (matching, searchOnly) = (entry.Analysis.Matching, entry.Analysis.SearchOnly);
        var (pivot, factor) = (_saturation.Pivot(matching.Length, typicalLength), _saturation.Factor(matching));
        var words = matching.Keys.Length + searchOnly.Keys.Length;
        var impacts = new float[words + 1];
        for (var i = 0; i < words; i++)
        {
            var frequency = i < matching.Keys.Length ? matching.Frequencies[i] : searchOnly.Frequencies[i - matching.Keys.Length];
            impacts[i] = factor * _saturation.Weigh(frequency, pivot);
        }

        impacts[words] = factor;
        return new IndexedDocument(number, (ulong[])[.. matching.Keys, .. searchOnly.Keys, FieldNames.Key(entry.Analysis.Field)], impacts);
    }
}
