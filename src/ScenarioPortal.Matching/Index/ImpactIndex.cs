using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// An index at one moment; it never changes. A large segment is followed by smaller ones with what was added since, each at most a quarter of the one
/// before it (a log-structured merge tree: O'Neil et al. 1996), and documents that are gone are marked. A change makes a new index that shares all that stays.
/// </summary>
public sealed class ImpactIndex : IMatchIndex
{
    /// <summary>Segments up to this size are merged where a change is taken in, which costs at most some 50 ms; larger ones only by <see cref="Merge"/>.</summary>
    private const int MostMergedAtOnce = 16_384;

    /// <summary>A segment that is more than this share of the one before it is merged into it.</summary>
    private const int SizeRatio = 4;

    /// <summary>Documents beside the large segment, or gone from it, that make a merge worth while: more than this, and than a share of it.</summary>
    private const int LooseFrom = 16_384;

    private const int LooseShare = 16;

    /// <summary>Documents that are made a segment together when many come in: what is read of them meanwhile stays small.</summary>
    private const int Batch = 32_768;

    private readonly float _largestImpact;
    private readonly SegmentLayout _layout;
    private readonly LiveSegment[] _segments;

    /// <summary>So many leading segments are being merged and must stay as they are.</summary>
    private readonly int _held;

    /// <summary>An empty index.</summary>
    /// <param name="largestImpact">What an impact can be at most; larger ones count as this. A smaller impact is kept to 1/255 of it.</param>
    public ImpactIndex(float largestImpact)
        : this(largestImpact, SegmentLayout.Standard)
    {
    }

    internal ImpactIndex(float largestImpact, SegmentLayout layout)
        : this(largestImpact, layout, [], 0)
    {
    }

    private ImpactIndex(float largestImpact, SegmentLayout layout, LiveSegment[] segments, int held) =>
        (_largestImpact, _layout, _segments, _held, Count) = (largestImpact, layout, segments, held, segments.Sum(s => s.Count));

    public int Count { get; }

    /// <summary>What its long arrays take in memory, in bytes.</summary>
    public long Bytes => _segments.Sum(s => s.Segment.Bytes + (8L * (s.Gone?.Length ?? 0)));

    /// <summary>Whether so much lies beside the large segment that <see cref="Merge"/> would make searching noticeably faster.</summary>
    public bool WantsMerge => _segments is [var large, ..]
        && _segments.Sum(s => s.Segment.Documents) - large.Count > Math.Max(LooseFrom, large.Segment.Documents / LooseShare);

    internal int Segments => _segments.Length;

    /// <summary>How many documents have a term; those that are gone count until the next merge.</summary>
    public int DocumentsWith(ulong term) => _segments.Sum(s => s.Segment.Terms.Find(term) is >= 0 and var ordinal ? s.Segment.Entries[ordinal].Count : 0);

    /// <inheritdoc/>
    public int Find(ReadOnlySpan<ulong> terms, ReadOnlySpan<float> weights, Span<IndexHit> best, IDocumentFilter? filter = null) =>
        Find(terms, weights, best, filter, Widths.Best);

    internal int Find(ReadOnlySpan<ulong> terms, ReadOnlySpan<float> weights, Span<IndexHit> best, IDocumentFilter? filter, Width width)
    {
        if (terms.Length != weights.Length || terms.Length > IMatchIndex.MostTerms)
        {
            throw new ArgumentException($"{terms.Length} terms with {weights.Length} weights; as many are needed, and at most {IMatchIndex.MostTerms}.", nameof(terms));
        }

        return width switch
        {
            Width.Bits512 => SegmentSearch.Find<Lanes512>(_segments, _largestImpact, terms, weights, best, filter),
            Width.Bits256 => SegmentSearch.Find<Lanes256>(_segments, _largestImpact, terms, weights, best, filter),
            Width.Bits128 => SegmentSearch.Find<Lanes128>(_segments, _largestImpact, terms, weights, best, filter),
            _ => SegmentSearch.Find<ScalarLanes>(_segments, _largestImpact, terms, weights, best, filter)
        };
    }

    /// <summary>The index after a change.</summary>
    /// <param name="changed">New and changed documents, each number once; whatever had the number before is gone. Documents that are alike should stand together.</param>
    /// <param name="removed">Numbers to forget; unknown ones are fine. A number that is also among the changed stays.</param>
    /// <exception cref="ArgumentException">Two documents have the same number, or not as many impacts as terms.</exception>
    public ImpactIndex With(IEnumerable<IndexedDocument> changed, IEnumerable<int> removed)
    {
        var added = Build(changed);
        var kept = Without(removed.Concat(added.SelectMany(s => s.Numbers)));
        return added.Length == 0
            ? new ImpactIndex(_largestImpact, _layout, kept, _held)
            : new ImpactIndex(_largestImpact, _layout, Tidy([.. kept, new LiveSegment(One(added))]), _held);
    }

    /// <summary>All documents in one segment, which takes about a second for a million. This index stays as it is, whatever happens meanwhile.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public ImpactIndex Merge(CancellationToken cancellation = default) => Count == 0
        ? new ImpactIndex(_largestImpact, _layout)
        : new ImpactIndex(_largestImpact, _layout, [new LiveSegment(SegmentMerger.Merge(_segments, _layout, cancellation))], 0);

    /// <summary>The same index, whose segments stay as they are until <see cref="Replace"/> or <see cref="Release"/>, whatever is added.</summary>
    internal ImpactIndex Hold() => new(_largestImpact, _layout, _segments, _segments.Length);

    internal ImpactIndex Release() => new(_largestImpact, _layout, _segments, 0);

    /// <summary>This index with its held segments replaced by what was merged of them; what has gone since is marked there too.</summary>
    /// <param name="held">The index that was merged, of which this one comes.</param>
    /// <param name="merged">What <see cref="Merge"/> made of it.</param>
    internal ImpactIndex Replace(ImpactIndex held, ImpactIndex merged)
    {
        var gone =
            from pair in held._segments.Zip(_segments)
            where !ReferenceEquals(pair.First, pair.Second)
            from position in Enumerable.Range(0, pair.First.Segment.Documents)
            where pair.Second.IsGone(position) && !pair.First.IsGone(position)
            select pair.First.Segment.Numbers[position];
        return new ImpactIndex(_largestImpact, _layout, Tidy([.. merged.Without(gone), .. _segments[_held..]]), 0);
    }

    /// <summary>Where many come, those that have come are made segments while the next are still being read.</summary>
    private ImpactSegment[] Build(IEnumerable<IndexedDocument> documents)
    {
        var building = new List<Task<ImpactSegment>>();
        foreach (var batch in documents.Chunk(Batch))
        {
            building.Add(batch.Length < Batch
                ? Task.FromResult(SegmentBuilder.Build(batch, _largestImpact, _layout))
                : Task.Run(() => SegmentBuilder.Build(batch, _largestImpact, _layout)));
        }

        return Task.WhenAll(building).GetAwaiter().GetResult();
    }

    private ImpactSegment One(ImpactSegment[] segments) =>
        segments is [var only] ? only : SegmentMerger.Merge([.. segments.Select(s => new LiveSegment(s))], _layout);

    private LiveSegment[] Without(IEnumerable<int> numbers)
    {
        if (_segments.Length == 0)
        {
            return _segments;
        }

        var gone = Array.ConvertAll(_segments, _ => new List<int>());
        foreach (var number in numbers)
        {
            for (var i = _segments.Length - 1; i >= 0; i--)
            {
                if (_segments[i].PositionOf(number) is >= 0 and var position)
                {
                    gone[i].Add(position);
                    break;
                }
            }
        }

        return [.. _segments.Zip(gone, (segment, positions) => segment.Without(positions))];
    }

    private LiveSegment[] Tidy(List<LiveSegment> segments)
    {
        while (segments.Count > _held + 1 && IsWorthMerging(segments[^2], segments[^1]))
        {
            var merged = SegmentMerger.Merge([segments[^2], segments[^1]], _layout);
            segments.RemoveRange(segments.Count - 2, 2);
            segments.Add(new LiveSegment(merged));
        }

        return [.. segments];
    }

    private static bool IsWorthMerging(LiveSegment before, LiveSegment last) =>
        (long)last.Segment.Documents * SizeRatio > before.Segment.Documents && before.Segment.Documents + last.Segment.Documents <= MostMergedAtOnce;
}
