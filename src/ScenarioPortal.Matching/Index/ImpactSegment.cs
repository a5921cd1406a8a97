using System.Numerics;
using System.Runtime.InteropServices;
using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// Documents by term, frozen. Positions 0…n−1 are cut into windows of 32,768, whose scores stay in the cache. A term is rare (32 bits for the position and
/// 8 for the impact) or has a piece in each window: its impacts in a row, and beside them 16 bits for the place of each or, in a dense piece, a bit for each
/// document of the window. Documents that stand together should be alike: terms are then dense in a few windows and hardly occur in the others.
/// </summary>
internal sealed class ImpactSegment
{
    public required SegmentLayout Layout { get; init; }

    /// <summary>The number of the document at each position.</summary>
    public required int[] Numbers { get; init; }

    public required TermTable Terms { get; init; }

    /// <summary>By ordinal of the term.</summary>
    public required TermEntry[] Entries { get; init; }

    /// <summary>Of each piece the places, ascending, or the bits of a dense one.</summary>
    public required ushort[] Places { get; init; }

    /// <summary>The impacts of all pieces, and a block more, as dense pieces are read by blocks.</summary>
    public required byte[] Impacts { get; init; }

    public required int[] RarePositions { get; init; }

    public required byte[] RareImpacts { get; init; }

    /// <summary>By row and window, one more than windows: how many postings come before the window.</summary>
    public required int[] Pieces { get; init; }

    /// <summary>By row and window: where the places or bits begin.</summary>
    public required int[] PlaceStarts { get; init; }

    /// <summary>By row and window: the largest impact.</summary>
    public required byte[] WindowLargest { get; init; }

    /// <summary>The positions in the order of their numbers; null when that is how they stand.</summary>
    public required int[]? ByNumber { get; init; }

    public int Documents => Numbers.Length;

    public int Windows => WindowsOf(Documents, Layout);

    /// <summary>The long arrays together.</summary>
    public long Bytes =>
        (sizeof(int) * ((long)Numbers.Length + (ByNumber?.Length ?? 0) + RarePositions.Length + Pieces.Length + PlaceStarts.Length)) + (2L * Places.Length)
        + Impacts.Length + RareImpacts.Length + WindowLargest.Length + Terms.Bytes + (16L * Entries.Length);

    public static int WindowsOf(int documents, SegmentLayout layout) => (documents + layout.WindowSize - 1) >> layout.WindowBits;

    /// <summary>How many scores a window has: its documents, to whole blocks.</summary>
    public static int LengthOf(int window, int documents, SegmentLayout layout) =>
        WholeBlocks(Math.Min(layout.WindowSize, documents - (window << layout.WindowBits)));

    /// <summary>The bits of a dense piece, a number for each block.</summary>
    public ReadOnlySpan<ulong> Bits(int start, int length) => MemoryMarshal.Cast<ushort, ulong>(Places.AsSpan(start, length / 16));

    public static int WholeBlocks(int documents) => (documents + ILanes.Block - 1) & ~(ILanes.Block - 1);

    /// <summary>Where a document stands, or −1.</summary>
    public int PositionOf(int number)
    {
        var (low, high) = (0, Documents - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var position = ByNumber is null ? middle : ByNumber[middle];
            if (Numbers[position] == number)
            {
                return position;
            }

            (low, high) = Numbers[position] < number ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>Hands the postings of a term, in the order of positions, to a writer.</summary>
    /// <param name="ordinal">The term here.</param>
    /// <param name="writer">Where they go.</param>
    /// <param name="target">The term there.</param>
    /// <param name="positions">For each position here the one there, or below zero when the document is gone.</param>
    public void Write(int ordinal, SegmentWriter writer, int target, ReadOnlySpan<int> positions)
    {
        ref readonly var entry = ref Entries[ordinal];
        if (entry.Row == TermEntry.None)
        {
            for (var i = entry.Start; i < entry.Start + entry.Count; i++)
            {
                Write(writer, target, positions[RarePositions[i]], RareImpacts[i]);
            }
        }
        else
        {
            var pieces = Pieces.AsSpan(entry.Row * (Windows + 1), Windows + 1);
            for (var window = 0; window < Windows; window++)
            {
                var impacts = Impacts.AsSpan((entry.Start + pieces[window])..(entry.Start + pieces[window + 1]));
                var length = LengthOf(window, Documents, Layout);
                var start = PlaceStarts[(entry.Row * Windows) + window];
                var there = positions[(window << Layout.WindowBits)..];
                if (Layout.IsDense(impacts.Length, length))
                {
                    WriteDense(writer, target, there, Bits(start, length), impacts);
                    continue;
                }

                var places = Places.AsSpan(start, impacts.Length);
                for (var i = 0; i < places.Length; i++)
                {
                    Write(writer, target, there[places[i]], impacts[i]);
                }
            }
        }
    }

    private static void WriteDense(SegmentWriter writer, int term, ReadOnlySpan<int> positions, ReadOnlySpan<ulong> bits, ReadOnlySpan<byte> impacts)
    {
        var next = 0;
        for (var block = 0; block < bits.Length; block++)
        {
            for (var rest = bits[block]; rest != 0; rest &= rest - 1)
            {
                Write(writer, term, positions[(block * ILanes.Block) + BitOperations.TrailingZeroCount(rest)], impacts[next++]);
            }
        }
    }

    private static void Write(SegmentWriter writer, int term, int position, byte impact)
    {
        if (position >= 0)
        {
            writer.Add(term, position, impact);
        }
    }
}
