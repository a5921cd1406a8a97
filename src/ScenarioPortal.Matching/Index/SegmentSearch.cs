using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// Finds the best documents of a segment without looking at most postings, and none is missed. Windows are visited in the order of what their best document
/// could score, until that is too little. In a window the terms whose largest shares together are too little for the list of
/// results (MaxScore: Turtle and Flood, "Query evaluation: strategies and optimizations", 1995) are left out at first; documents that could still get there
/// are then completed. While reading a left-out term as a whole is cheaper than looking candidates up in it, it is read as a whole: that adaptive
/// step is what makes long queries, with dozens of terms of like weight, several times as fast as MaxScore alone.
/// </summary>
internal sealed class SegmentSearch
{
    /// <summary>So many postings can be added in the time of looking one document up in a list, and so many blocks of a column in that of looking into it.</summary>
    private const int PostingsPerLookUp = 8;

    private const int BlocksPerLookUp = 3;

    /// <summary>After so many terms candidates are counted anew.</summary>
    private const int TermsPerCount = 4;

    [ThreadStatic]
    private static SegmentSearch? _instance;

    private readonly TopDocuments _best = new();
    private ushort[] _scores = [];
    private QueryTerm[] _query = [];
    private QueryList[] _lists = [];
    private int[] _windows = [];
    private int[] _windowBounds = [];
    private int _count;
    private ImpactSegment _segment = null!;
    private LiveSegment _live = null!;
    private IDocumentFilter? _filter;

    /// <summary>Searches segments one after another, each with the score to beat that those before it have set.</summary>
    public static int Find<TLanes>(
        ReadOnlySpan<LiveSegment> segments, float largestImpact, ReadOnlySpan<ulong> terms, ReadOnlySpan<float> weights, Span<IndexHit> best, IDocumentFilter? filter)
        where TLanes : struct, ILanes
    {
        var search = _instance ??= new SegmentSearch();
        if (search._query.Length < terms.Length)
        {
            (search._query, search._lists) = (new QueryTerm[terms.Length], new QueryList[terms.Length]);
        }

        // While a filter runs on this thread it may ask an index itself.
        _instance = null;
        search._best.Clear(best.Length);
        search._filter = filter;
        var scale = QueryTerm.Quantise(terms, weights, search._query, out var count);
        if (count > 0)
        {
            foreach (var segment in segments)
            {
                search.Search<TLanes>(segment, search._query.AsSpan(0, count));
            }
        }

        var found = count == 0 ? 0 : search._best.Write(best, Impact.Unit(scale, largestImpact));
        (search._filter, search._live, search._segment) = (null, null!, null!);
        _instance = search;
        return found;
    }

    private void Search<TLanes>(LiveSegment live, ReadOnlySpan<QueryTerm> query)
        where TLanes : struct, ILanes
    {
        (_live, _segment) = (live, live.Segment);
        TakeLists(query);
        RankWindows();
        for (var i = 0; i < _segment.Windows && -_windowBounds[i] >= _best.Required; i++)
        {
            SearchWindow<TLanes>(_windows[i]);
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
        if (_windows.Length < windows)
        {
            (_windows, _windowBounds) = (new int[windows], new int[windows]);
        }

        // Negative, as sorting puts the lowest first.
        var bounds = _windowBounds.AsSpan(0, windows);
        bounds.Clear();
        foreach (ref readonly var list in _lists.AsSpan(0, _count))
        {
            if (list.Entry.Row == TermEntry.None)
            {
                AddRareBounds(in list, bounds);
                continue;
            }

            var largest = _segment.WindowLargest.AsSpan(list.Entry.Row * windows, windows);
            for (var window = 0; window < largest.Length; window++)
            {
                bounds[window] -= Impact.Share(list.Weight, largest[window]);
            }
        }

        for (var window = 0; window < windows; window++)
        {
            _windows[window] = window;
        }

        bounds.Sort(_windows.AsSpan(0, windows));
    }

    private void AddRareBounds(ref readonly QueryList list, Span<int> bounds)
    {
        var last = -1;
        foreach (var position in _segment.RarePositions.AsSpan(list.Entry.Start, list.Entry.Count))
        {
            var window = position >> _segment.Layout.WindowBits;
            bounds[window] -= window == last ? 0 : list.Largest;
            last = window;
        }
    }

    private void SearchWindow<TLanes>(int window)
        where TLanes : struct, ILanes
    {
        var first = window << _segment.Layout.WindowBits;
        var length = ImpactSegment.WholeBlocks(Math.Min(_segment.Layout.WindowSize, _segment.Documents - first));
        if (_scores.Length < length)
        {
            _scores = GC.AllocateUninitializedArray<ushort>(length);
        }

        var scores = _scores.AsSpan(0, length);
        scores.Clear();
        var split = Open(window, first, out var rest);
        for (var i = split; i < _count; i++)
        {
            Postings.Add<TLanes>(_segment, in _lists[i], first, scores);
        }

        if (AddWhatIsCheap<TLanes>(scores, first, ref split, ref rest))
        {
            Collect<TLanes>(scores, first, split, rest);
        }
    }

    /// <summary>Finds the postings of the window and says which list is the first that is needed; what those before it can give at most is the rest.</summary>
    private int Open(int window, int first, out int rest)
    {
        var (required, windows, split) = (_best.Required, _segment.Windows, -1);
        (var before, rest) = (0, 0);
        for (var i = 0; i < _count; i++)
        {
            ref var list = ref _lists[i];
            ref readonly var entry = ref list.Entry;
            if (entry.Row == TermEntry.None)
            {
                Postings.OpenRare(_segment, ref list, first);
            }
            else
            {
                list.Bound = Impact.Share(list.Weight, _segment.WindowLargest[(entry.Row * windows) + window]);
                if (entry.Column == TermEntry.None)
                {
                    var piece = (entry.Row * (windows + 1)) + window;
                    (list.Next, list.End) = (entry.Start + _segment.Pieces[piece], entry.Start + _segment.Pieces[piece + 1]);
                }
            }

            if (split < 0 && before + list.Bound >= required)
            {
                (split, rest) = (i, before);
            }

            before += list.Bound;
        }

        return split < 0 ? _count : split;
    }

    /// <summary>Reads left-out terms as a whole, the strongest first, while that is cheaper than looking up. False when no document can get there.</summary>
    private bool AddWhatIsCheap<TLanes>(Span<ushort> scores, int first, ref int split, ref int rest)
        where TLanes : struct, ILanes
    {
        while (split > 0)
        {
            var candidates = CountAbove<TLanes>(scores, Limit(rest));
            if (candidates == 0)
            {
                return false;
            }

            var before = split;
            for (var added = 0; split > 0 && added < TermsPerCount; split--)
            {
                ref readonly var list = ref _lists[split - 1];
                if (list.Bound == 0)
                {
                    continue;
                }

                var isCheap = list.Entry.Column != TermEntry.None
                    ? scores.Length / ILanes.Block <= (long)candidates * BlocksPerLookUp
                    : list.End - list.Next <= (long)candidates * PostingsPerLookUp;
                if (!isCheap)
                {
                    break;
                }

                Postings.Add<TLanes>(_segment, in list, first, scores);
                rest -= list.Bound;
                added++;
            }

            if (split == before)
            {
                break;
            }
        }

        return true;
    }

    /// <summary>A document with no more than this so far cannot get there.</summary>
    private int Limit(int rest) => Math.Clamp(_best.Required - rest - 1, 0, ushort.MaxValue);

    private static int CountAbove<TLanes>(ReadOnlySpan<ushort> scores, int limit)
        where TLanes : struct, ILanes
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        var count = 0;
        for (var i = 0; i < scores.Length; i += ILanes.Block)
        {
            count += BitOperations.PopCount(TLanes.Above(ref Unsafe.Add(ref score, i), limit));
        }

        return count;
    }

    private void Collect<TLanes>(ReadOnlySpan<ushort> scores, int first, int split, int rest)
        where TLanes : struct, ILanes
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (var block = 0; block < scores.Length; block += ILanes.Block)
        {
            var above = TLanes.Above(ref Unsafe.Add(ref score, block), Limit(rest));
            for (; above != 0; above &= above - 1)
            {
                var place = block + BitOperations.TrailingZeroCount(above);
                Complete(Unsafe.Add(ref score, place), first, place, split, rest);
            }
        }
    }

    /// <summary>Looks the document up in the terms that were left out, the strongest first, and gives up as soon as it cannot get there.</summary>
    private void Complete(int score, int first, int place, int split, int rest)
    {
        var position = first + place;
        if (score + rest < _best.Required || _live.IsGone(position) || _filter?.Passes(_segment.Numbers[position]) == false)
        {
            return;
        }

        for (var i = split - 1; i >= 0; i--)
        {
            ref var list = ref _lists[i];
            if (list.Bound == 0)
            {
                continue;
            }

            score += Impact.Share(list.Weight, Postings.LookUp(_segment, ref list, first, place));
            rest -= list.Bound;
            if (score + rest < _best.Required)
            {
                return;
            }
        }

        _best.Add(score, _segment.Numbers[position]);
    }
}
