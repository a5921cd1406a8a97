using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>Reads what a term has in a window of a segment: all of it, or one document.</summary>
internal static class Postings
{
    /// <summary>Beginnings that are asked for before they are read, in places; longer lists go on by themselves.</summary>
    private const int Fetched = 1024;

    /// <summary>Finds the postings of a term in a window.</summary>
    /// <param name="segment">The documents.</param>
    /// <param name="list">The term, which is not rare.</param>
    /// <param name="window">Number of the window.</param>
    /// <param name="length">How many scores it has.</param>
    public static void Open(ImpactSegment segment, ref QueryList list, int window, int length)
    {
        var (start, row, windows) = (list.Entry.Start, list.Entry.Row, segment.Windows);
        list.Bound = Impact.Share(list.Weight, segment.WindowLargest[(row * windows) + window]);
        if (list.Bound > 0)
        {
            var piece = (row * (windows + 1)) + window;
            (list.Next, list.End) = (start + segment.Pieces[piece], start + segment.Pieces[piece + 1]);
            (list.IsDense, list.Block) = (segment.Layout.IsDense(list.End - list.Next, length), 0);
            list.Places = segment.PlaceStarts[(row * windows) + window] - (list.IsDense ? 0 : list.Next);
        }
    }

    /// <summary>Finds the postings of a rare term in a window.</summary>
    /// <param name="list">The term.</param>
    /// <param name="begins">Where the postings of each window begin, and where those of the last end.</param>
    /// <param name="window">Number of the window.</param>
    public static void OpenRare(ref QueryList list, ReadOnlySpan<int> begins, int window)
    {
        (list.Next, list.End) = (begins[window], begins[window + 1]);
        list.Bound = list.Next == list.End ? 0 : list.Largest;
    }

    /// <summary>Asks the memory for the beginning of what <see cref="Add"/> or <see cref="LookUp"/> will read, which lies anywhere.</summary>
    public static void Fetch(ImpactSegment segment, ref readonly QueryList list)
    {
        if (list.Bound == 0 || list.Entry.Row == TermEntry.None)
        {
            return;
        }

        ref var impact = ref segment.Impacts[list.Next];
        ref var place = ref segment.Places[list.IsDense ? list.Places : list.Places + list.Next];
        var count = Math.Min(list.End - list.Next, Fetched);
        for (var i = 0; i < count; i += Ahead.Line)
        {
            Ahead.Fetch(ref Unsafe.Add(ref impact, i));
            Ahead.Fetch(ref Unsafe.Add(ref place, i));
            Ahead.Fetch(ref Unsafe.Add(ref place, i + (Ahead.Line / sizeof(ushort))));
        }
    }

    /// <summary>Adds the shares of the term to the scores of the window that begins at a position.</summary>
    public static void Add<TLanes>(ImpactSegment segment, ref readonly QueryList list, int first, Span<ushort> scores)
        where TLanes : struct, ILanes
    {
        if (list.Bound == 0)
        {
            return;
        }

        var impacts = segment.Impacts;
        if (list.IsDense)
        {
            TLanes.AddDense(scores, segment.Bits(list.Places, scores.Length), in impacts[list.Next], list.Weight);
        }
        else if (list.Entry.Row == TermEntry.None)
        {
            for (var i = list.Next; i < list.End; i++)
            {
                scores[segment.RarePositions[i] - first] += Impact.Share(list.Weight, segment.RareImpacts[i]);
            }
        }
        else
        {
            AddList(scores, segment.Places.AsSpan(list.Places + list.Next, list.End - list.Next), impacts.AsSpan(list.Next..list.End), list.Weight);
        }
    }

    /// <summary>The impact of a document, 0 without the term. Asked for in the order of places, so each list is gone through only once.</summary>
    public static int LookUp(ImpactSegment segment, ref QueryList list, int first, int place, int length)
    {
        if (list.IsDense)
        {
            return LookUpDense(segment, ref list, place, length);
        }

        if (list.Entry.Row == TermEntry.None)
        {
            list.Next += LowerBound(segment.RarePositions.AsSpan(list.Next..list.End), first + place);
            return list.Next < list.End && segment.RarePositions[list.Next] == first + place ? segment.RareImpacts[list.Next] : 0;
        }

        list.Next += LowerBound(segment.Places.AsSpan(list.Places + list.Next, list.End - list.Next), (ushort)place);
        return list.Next < list.End && segment.Places[list.Places + list.Next] == place ? segment.Impacts[list.Next] : 0;
    }

    /// <summary>The impact stands behind as many others as there are bits before its own.</summary>
    private static int LookUpDense(ImpactSegment segment, ref QueryList list, int place, int length)
    {
        var bits = segment.Bits(list.Places, length);
        for (var block = place / ILanes.Block; list.Block < block; list.Block++)
        {
            list.Next += BitOperations.PopCount(bits[list.Block]);
        }

        var (here, bit) = (bits[list.Block], 1UL << place);
        return (here & bit) == 0 ? 0 : segment.Impacts[list.Next + BitOperations.PopCount(here & (bit - 1))];
    }

    /// <summary>
    /// Half of the work of a query. Without bounds checks: places are below the length of the window, and there are as many impacts. Unsigned all through,
    /// which saves widening an index three times for each posting.
    /// </summary>
    private static void AddList(Span<ushort> scores, ReadOnlySpan<ushort> places, ReadOnlySpan<byte> impacts, int weight)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var place = ref MemoryMarshal.GetReference(places);
        ref var impact = ref MemoryMarshal.GetReference(impacts);
        var (count, factor) = ((nuint)places.Length, (uint)weight);
        for (nuint i = 0; i < count; i++)
        {
            Unsafe.Add(ref score, (nuint)Unsafe.Add(ref place, i)) += Impact.Share(factor, Unsafe.Add(ref impact, i));
        }
    }

    /// <summary>How many of the ascending values are below one: in strides that double, then by halves, as it is mostly near.</summary>
    private static int LowerBound<T>(ReadOnlySpan<T> values, T value)
        where T : struct, IComparisonOperators<T, T, bool>
    {
        var high = 1;
        while (high <= values.Length && values[high - 1] < value)
        {
            high <<= 1;
        }

        var low = high >> 1;
        high = Math.Min(high, values.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = values[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
