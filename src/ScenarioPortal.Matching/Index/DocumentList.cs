using System.Collections.Immutable;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// One of the two lists, frozen: a large block with postings, the documents of it that are gone, and a small tail of documents
/// added since, which are scored one by one. A change makes a new list that shares the block; only when the tail has
/// grown, or the typical length has moved, is the block built anew. What is found does not depend on where a document lies.
/// </summary>
internal sealed class DocumentList<TDocument>
    where TDocument : class
{
    private readonly Vocabulary _vocabulary;
    private readonly Saturation _saturation;
    private readonly PostingBlock _block;
    private readonly Entry<TDocument>?[] _blockEntries;
    private readonly ImmutableArray<Entry<TDocument>?> _tail;
    private readonly ImmutableDictionary<Guid, int> _places;

    private DocumentList(
        Vocabulary vocabulary,
        Saturation saturation,
        CollectionStatistics statistics,
        PostingBlock block,
        Entry<TDocument>?[] blockEntries,
        ImmutableArray<Entry<TDocument>?> tail,
        ImmutableDictionary<Guid, int> places)
    {
        (_vocabulary, _saturation, Statistics, _block, _blockEntries, _tail, _places) =
            (vocabulary, saturation, statistics, block, blockEntries, tail, places);
    }

    public CollectionStatistics Statistics { get; }

    public int Count => _places.Count;

    public static DocumentList<TDocument> Empty(Vocabulary vocabulary, Saturation saturation) =>
        Build(vocabulary, saturation, CollectionStatistics.Empty, []);

    public Entry<TDocument>? Find(Guid id) => _places.TryGetValue(id, out var place) ? At(place) : null;

    public DocumentList<TDocument> Apply(IReadOnlyList<Entry<TDocument>> changed, IReadOnlyCollection<Guid> removed)
    {
        if (changed.Count == 0 && removed.Count == 0)
        {
            return this;
        }

        var blockEntries = _blockEntries.AsSpan().ToArray();
        var tail = _tail.ToBuilder();
        var places = _places.ToBuilder();
        var statistics = Statistics.Change();
        foreach (var id in removed.Concat(changed.Select(c => c.Id)))
        {
            Forget(id);
        }

        foreach (var entry in changed)
        {
            Forget(entry.Id);
            places[entry.Id] = blockEntries.Length + tail.Count;
            tail.Add(entry);
            statistics.Add(entry.Analysis, _vocabulary);
        }

        var after = statistics.Build();
        return tail.Count > LongestTail || after.TypicalLength != Statistics.TypicalLength
            ? Build(_vocabulary, _saturation, after, [.. blockEntries.Concat(tail).OfType<Entry<TDocument>>()])
            : new DocumentList<TDocument>(_vocabulary, _saturation, after, _block, blockEntries, tail.ToImmutable(), places.ToImmutable());

        void Forget(Guid id)
        {
            if (!places.Remove(id, out var place))
            {
                return;
            }

            statistics.Remove((place < blockEntries.Length ? blockEntries[place] : tail[place - blockEntries.Length])!.Analysis, _vocabulary);
            if (place < blockEntries.Length)
            {
                blockEntries[place] = null;
            }
            else
            {
                tail[place - blockEntries.Length] = null;
            }
        }
    }

    /// <summary>
    /// The documents with the highest sum of weight × weight in the document over the terms of a query: a sparse vector,
    /// the best k, those that pass the filter. In no particular order.
    /// </summary>
    public List<Entry<TDocument>> Best(WeightedTerms query, int count, Func<TDocument, bool>? filter)
    {
        var scores = ScoreBuffer.Take(_blockEntries.Length + _tail.Length);
        for (var i = 0; i < query.Keys.Length; i++)
        {
            _block.AddScores(_vocabulary.Find(query.Keys[i]), query.Weights[i], scores);
        }

        for (var i = 0; i < _tail.Length; i++)
        {
            scores[_blockEntries.Length + i] = _tail[i] is { } entry
                ? query.Dot(entry.Analysis, _saturation, Statistics.TypicalLength) * _saturation.Factor(entry.Analysis.Matching)
                : 0;
        }

        var best = new BestPlaces(count, scores.Length);
        for (var place = 0; place < scores.Length; place++)
        {
            var score = scores[place];
            if (score > best.Lowest && At(place) is { } entry && (filter is null || filter(entry.Document)))
            {
                best.Add(score, place);
            }
        }

        var found = new List<Entry<TDocument>>(Math.Min(count, scores.Length));
        foreach (var place in best.Places())
        {
            found.Add(At(place)!);
        }

        return found;
    }

    private int LongestTail => 256 + (_blockEntries.Length / 64);

    private Entry<TDocument>? At(int place) =>
        place < _blockEntries.Length ? _blockEntries[place] : _tail[place - _blockEntries.Length];

    private static DocumentList<TDocument> Build(
        Vocabulary vocabulary, Saturation saturation, CollectionStatistics statistics, Entry<TDocument>[] entries)
    {
        var block = PostingBlock.Build([.. entries.Select(e => e.Analysis)], vocabulary, saturation, statistics.TypicalLength);
        var places = entries.Select((entry, place) => KeyValuePair.Create(entry.Id, place)).ToImmutableDictionary();
        return new DocumentList<TDocument>(vocabulary, saturation, statistics, block, entries, [], places);
    }
}
