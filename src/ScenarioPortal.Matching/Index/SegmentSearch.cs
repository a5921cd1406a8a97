using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// Finds the best documents of a segment without looking at most postings, and none is missed. Windows are visited in the order of what their best document
/// could score, until that is too little. In a window the terms whose largest shares together are too little for the list of
/// results (MaxScore: Turtle and Flood, "Query evaluation: strategies and optimizations", 1995) are left out at first; documents that could still get there
/// are then completed, term by term. While reading a left-out term as a whole is cheaper than looking candidates up in it, it is read as a whole: that adaptive
/// step is what makes long queries, with dozens of terms of like weight, several times as fast as MaxScore alone.
/// </summary>
internal sealed class SegmentSearch
{
    /// <summary>So many postings can be added in the time of looking one document up in a list, and so many blocks in that of looking into bits.</summary>
    private const int PostingsPerLookUp = 16;

    private const int BlocksPerLookUp = 8;

    /// <summary>While there are many candidates they are looked for anew after so many terms.</summary>
    private const int TermsPerTake = 4;

    /// <summary>The memory is asked for a list while the ones before it are read.</summary>
    private const int ListsAhead = 2;

    /// <summary>With fewer windows a search is over before a second thread has begun.</summary>
    private const int WindowsForTwo = 8;

    /// <summary>How many threads are searching in this process.</summary>
    private static int _searching;

    [ThreadStatic]
    private static SegmentSearch? _instance;

    private readonly TopDocuments _best = new();
    private readonly Candidates _candidates = new();
    private ushort[] _scores = [];
    private int _firstScore;
    private int[] _rareBegins = [];
    private QueryTerm[] _query = [];
    private QueryList[] _lists = [];
    private WindowQueue _windows = new();
    private int _count;
    private ImpactSegment _segment = null!;
    private LiveSegment _live = null!;
    private IDocumentFilter? _filter;

    /// <summary>Searches segments one after another, each with the score to beat that those before it have set.</summary>
    public static int Find<TLanes>(
        ReadOnlySpan<LiveSegment> segments, float largestImpact, ReadOnlySpan<ulong> terms, ReadOnlySpan<float> weights, Span<IndexHit> best, IDocumentFilter? filter)
        where TLanes : struct, ILanes
    {
        var search = Borrow();
        if (search._query.Length < terms.Length)
        {
            (search._query, search._lists) = (new QueryTerm[terms.Length], new QueryList[terms.Length]);
        }

        search._best.Clear(best.Length, new ScoreToBeat(best.Length > 0 ? 1 : int.MaxValue));
        search._filter = filter;
        var scale = QueryTerm.Quantise(terms, weights, search._query, out var count);
        Interlocked.Increment(ref _searching);
        try
        {
            for (var i = 0; i < segments.Length && count > 0; i++)
            {
                search.Search<TLanes>(segments[i], search._query.AsSpan(0, count), best.Length);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _searching);
        }

        var found = search._best.Write(best, Impact.Unit(scale, largestImpact));
        search.Return();
        return found;
    }

    /// <summary>Room for a search that this thread had before. While a filter runs on it, it may ask an index itself.</summary>
    private static SegmentSearch Borrow()
    {
        var search = _instance ?? new SegmentSearch();
        _instance = null;
        return search;
    }

    private void Return()
    {
        (_filter, _live, _segment) = (null, null!, null!);
        _instance = this;
    }

    private void Search<TLanes>(LiveSegment live, ReadOnlySpan<QueryTerm> query, int room)
        where TLanes : struct, ILanes
    {
        (_live, _segment) = (live, live.Segment);
        TakeLists(query);
        RankWindows();
        var companion = IsWorthTwo() ? new Companion(Beside<TLanes>(room)) : null;
        SearchWindows<TLanes>();
        _best.Add(companion?.Join());
    }

    /// <summary>A long search of a large segment while another core has nothing to look for. Who filters by their own code expects it on their own thread.</summary>
    private bool IsWorthTwo() =>
        _segment.Windows >= WindowsForTwo && (_filter is null or DocumentMask) && Volatile.Read(ref _searching) < Environment.ProcessorCount;

    /// <summary>What a second thread does: windows of the same search, until there are none.</summary>
    private Func<ulong[]> Beside<TLanes>(int room)
        where TLanes : struct, ILanes
    {
        var (live, filter, windows, toBeat, begins) = (_live, _filter, _windows, _best.ToBeat, _rareBegins);
        var lists = _lists.AsSpan(0, _count).ToArray();
        return () =>
        {
            var search = Borrow();
            var own = (search._lists, search._windows, search._rareBegins);
            (search._lists, search._count, search._windows, search._rareBegins) = (lists, lists.Length, windows, begins);
            (search._live, search._segment, search._filter) = (live, live.Segment, filter);
            search._best.Clear(room, toBeat);
            search.SearchWindows<TLanes>();
            (search._lists, search._windows, search._rareBegins) = own;
            var found = search._best.Keys.ToArray();
            search.Return();
            return found;
        };
    }

    private void SearchWindows<TLanes>()
        where TLanes : struct, ILanes
    {
        while (_windows.TryTake(_best.Required, out var window))
        {
            SearchWindow<TLanes>(window);
        }
    }

    /// <summary>The lists of the query's terms, the one that can give least first.</summary>
    private void TakeLists(ReadOnlySpan<QueryTerm> query)
    {
        _count = 0;
        foreach (var (term, weight) in query)
        {
            if (_segment.Terms.Find(term) is >= 0 and var ordinal && _segment.Entries[ordinal] is { Count: > 0 } entry)
            {
                _lists[_count++] = new QueryList { Weight = weight, Entry = entry, Largest = Impact.Share(weight, entry.Largest) };
            }
        }

        _lists.AsSpan(0, _count).Sort(static (left, right) => left.Largest.CompareTo(right.Largest));
    }

    /// <summary>What each window can score at most, the highest first.</summary>
    private void RankWindows()
    {
        var windows = _segment.Windows;
        if (_rareBegins.Length < _count * (windows + 1))
        {
            _rareBegins = new int[_count * (windows + 1)];
        }

        var bounds = _windows.Clear(windows);
        for (var i = 0; i < _count; i++)
        {
            ref readonly var list = ref _lists[i];
            if (list.Entry.Row == TermEntry.None)
            {
                AddRareBounds(in list, bounds, RareBegins(i));
                continue;
            }

            var largest = _segment.WindowLargest.AsSpan(list.Entry.Row * windows, windows);
            for (var window = 0; window < largest.Length; window++)
            {
                bounds[window] -= Impact.Share(list.Weight, largest[window]);
            }
        }

        _windows.Rank();
    }

    /// <summary>Where the postings of a rare term begin in each window, and where those of the last end.</summary>
    private Span<int> RareBegins(int list) => _rareBegins.AsSpan(list * (_segment.Windows + 1), _segment.Windows + 1);

    private void AddRareBounds(ref readonly QueryList list, Span<int> bounds, Span<int> begins)
    {
        var (next, end) = (list.Entry.Start, list.Entry.Start + list.Entry.Count);
        for (var window = 0; window < bounds.Length; window++)
        {
            begins[window] = next;
            while (next < end && _segment.RarePositions[next] >> _segment.Layout.WindowBits == window)
            {
                next++;
            }

            bounds[window] -= next == begins[window] ? 0 : list.Largest;
        }

        begins[bounds.Length] = end;
    }

    private void SearchWindow<TLanes>(int window)
        where TLanes : struct, ILanes
    {
        var first = window << _segment.Layout.WindowBits;
        var scores = EmptyScores(ImpactSegment.LengthOf(window, _segment.Documents, _segment.Layout));
        var split = Open(window, scores.Length, out var rest);
        for (var i = split; i < Math.Min(_count, split + ListsAhead); i++)
        {
            Postings.Fetch(_segment, in _lists[i]);
        }

        for (var i = split; i < _count; i++)
        {
            if (i + ListsAhead < _count)
            {
                Postings.Fetch(_segment, in _lists[i + ListsAhead]);
            }

            Postings.Add<TLanes>(_segment, in _lists[i], first, scores);
        }

        while (split > 0)
        {
            if (_candidates.Take<TLanes>(scores, Limit(rest)))
            {
                Complete<TLanes>(scores, first, split, rest);
                return;
            }

            for (var added = 0; split > 0 && added < TermsPerTake; split--)
            {
                ref readonly var list = ref _lists[split - 1];
                Postings.Add<TLanes>(_segment, in list, first, scores);
                rest -= list.Bound;
                added += list.Bound == 0 ? 0 : 1;
            }
        }

        Collect<TLanes>(scores, first);
    }

    /// <summary>Scores of zero that begin where a line of the cache does: a register of them is then never spread over two.</summary>
    private Span<ushort> EmptyScores(int length)
    {
        const int PerLine = Ahead.Line / sizeof(ushort);
        if (_scores.Length < length + PerLine)
        {
            _scores = GC.AllocateUninitializedArray<ushort>(length + PerLine, pinned: true);
            _firstScore = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_scores, 0) & (Ahead.Line - 1)) / sizeof(ushort);
        }

        var scores = _scores.AsSpan(_firstScore, length);
        scores.Clear();
        return scores;
    }

    /// <summary>Finds the postings of the window and says which list is the first that is needed; what those before it can give at most is the rest.</summary>
    private int Open(int window, int length, out int rest)
    {
        var (required, split) = (_best.Required, -1);
        (var before, rest) = (0, 0);
        for (var i = 0; i < _count; i++)
        {
            ref var list = ref _lists[i];
            if (list.Entry.Row == TermEntry.None)
            {
                Postings.OpenRare(ref list, RareBegins(i), window);
            }
            else
            {
                Postings.Open(_segment, ref list, window, length);
            }

            if (split < 0 && before + list.Bound >= required)
            {
                (split, rest) = (i, before);
            }

            before += list.Bound;
        }

        return split < 0 ? _count : split;
    }

    /// <summary>A document with no more than this so far cannot get there.</summary>
    private int Limit(int rest) => Math.Clamp(_best.Required - rest - 1, 0, ushort.MaxValue);

    /// <summary>Adds to the candidates what the terms that were left out give them, the strongest first, and gives each up as soon as it cannot get there.</summary>
    private void Complete<TLanes>(Span<ushort> scores, int first, int split, int rest)
        where TLanes : struct, ILanes
    {
        _candidates.Filter(_live, _filter, first);
        for (var i = split - 1; i >= 0 && _candidates.Count > 0; i--)
        {
            if (i >= ListsAhead)
            {
                Postings.Fetch(_segment, in _lists[i - ListsAhead]);
            }

            ref var list = ref _lists[i];
            if (list.Bound == 0)
            {
                continue;
            }

            if (IsCheap(in list, scores.Length))
            {
                Postings.Add<TLanes>(_segment, in list, first, scores);
            }
            else
            {
                foreach (var place in _candidates.Places)
                {
                    scores[place] += Impact.Share(list.Weight, Postings.LookUp(_segment, ref list, first, place, scores.Length));
                }
            }

            rest -= list.Bound;
            _candidates.Keep(scores, Limit(rest));
        }

        foreach (var place in _candidates.Places)
        {
            _best.Add(scores[place], _segment.Numbers[first + place]);
        }
    }

    /// <summary>Whether to read the list costs less than to look the candidates up in it.</summary>
    private bool IsCheap(ref readonly QueryList list, int length) => list.IsDense
        ? length / ILanes.Block <= _candidates.Count * BlocksPerLookUp
        : list.End - list.Next <= _candidates.Count * PostingsPerLookUp;

    /// <summary>All terms have been read.</summary>
    private void Collect<TLanes>(ReadOnlySpan<ushort> scores, int first)
        where TLanes : struct, ILanes
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (var block = 0; block < scores.Length; block += ILanes.Block)
        {
            for (var above = TLanes.Above(ref Unsafe.Add(ref score, block), Limit(0)); above != 0; above &= above - 1)
            {
                var place = block + BitOperations.TrailingZeroCount(above);
                var (position, number) = (first + place, _segment.Numbers[first + place]);
                if (scores[place] >= _best.Required && !_live.IsGone(position) && _filter?.Passes(number) != false)
                {
                    _best.Add(scores[place], number);
                }
            }
        }
    }
}
