using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>Reads what a term has in a window of a segment: all of it, or one document.</summary>
internal static class Postings
{
    /// <summary>Finds the postings of a rare term in the window that begins at a position.</summary>
    public static void OpenRare(ImpactSegment segment, ref QueryList list, int first)
    {
        var positions = segment.RarePositions.AsSpan(list.Entry.Start, list.Entry.Count);
        list.Next = list.Entry.Start + LowerBound(positions, first);
        list.End = list.Entry.Start + LowerBound(positions, first + segment.Layout.WindowSize);
        list.Bound = list.Next == list.End ? 0 : list.Largest;
    }

    /// <summary>Adds the shares of the term to the scores of the window that begins at a position.</summary>
    public static void Add<TLanes>(ImpactSegment segment, ref readonly QueryList list, int first, Span<ushort> scores)
        where TLanes : struct, ILanes
    {
        if (list.Bound == 0)
        {
            return;
        }

        if (list.Entry.Column != TermEntry.None)
        {
            TLanes.AddColumn(scores, segment.Columns[list.Entry.Column].AsSpan(first, scores.Length), list.Weight);
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
            AddList(scores, segment.ListPlaces.AsSpan(list.Next..list.End), segment.ListImpacts.AsSpan(list.Next..list.End), list.Weight);
        }
    }

    /// <summary>The impact of a document, 0 without the term. Asked for in the order of places, so each list is gone through only once.</summary>
    public static int LookUp(ImpactSegment segment, ref QueryList list, int first, int place)
    {
        if (list.Entry.Column != TermEntry.None)
        {
            return segment.Columns[list.Entry.Column][first + place];
        }

        if (list.Entry.Row == TermEntry.None)
        {
            list.Next += LowerBound(segment.RarePositions.AsSpan(list.Next..list.End), first + place);
            return list.Next < list.End && segment.RarePositions[list.Next] == first + place ? segment.RareImpacts[list.Next] : 0;
        }

        list.Next += LowerBound(segment.ListPlaces.AsSpan(list.Next..list.End), (ushort)place);
        return list.Next < list.End && segment.ListPlaces[list.Next] == place ? segment.ListImpacts[list.Next] : 0;
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
