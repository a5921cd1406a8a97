using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>
/// Documents by term, frozen. Positions 0…n−1 are cut into windows of 32,768, whose scores stay in the cache. By how many documents have it, a term is
/// a column (a byte for each document), a list (16 bits for the place in the window and 8 for the impact, with where each window begins and its largest
/// impact) or rare (32 and 8 bits). Documents that stand together should be alike: windows then differ in what they can score, and most are never looked at.
/// </summary>
internal sealed class ImpactSegment
{
    public required SegmentLayout Layout { get; init; }

    /// <summary>The number of the document at each position.</summary>
    public required int[] Numbers { get; init; }

    public required TermTable Terms { get; init; }

    /// <summary>By ordinal of the term.</summary>
    public required TermEntry[] Entries { get; init; }

    public required ushort[] ListPlaces { get; init; }

    public required byte[] ListImpacts { get; init; }

    public required int[] RarePositions { get; init; }

    public required byte[] RareImpacts { get; init; }

    /// <summary>As long as the documents, rounded up to whole blocks.</summary>
    public required byte[][] Columns { get; init; }

    /// <summary>By row and window, one more than windows: how many postings come before the window.</summary>
    public required int[] Pieces { get; init; }

    /// <summary>By row and window: the largest impact.</summary>
    public required byte[] WindowLargest { get; init; }

    /// <summary>The positions in the order of their numbers; null when that is how they stand.</summary>
    public required int[]? ByNumber { get; init; }

    public int Documents => Numbers.Length;

    public int Windows => WindowsOf(Documents, Layout);

    /// <summary>The long arrays together.</summary>
    public long Bytes =>
        (sizeof(int) * ((long)Numbers.Length + (ByNumber?.Length ?? 0) + RarePositions.Length + Pieces.Length)) + (2L * ListPlaces.Length)
        + ListImpacts.Length + RareImpacts.Length + WindowLargest.Length + Columns.Sum(c => (long)c.Length) + Terms.Bytes + (20L * Entries.Length);

    public static int WindowsOf(int documents, SegmentLayout layout) => (documents + layout.WindowSize - 1) >> layout.WindowBits;

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
        if (entry.Column != TermEntry.None)
        {
            var column = Columns[entry.Column];
            for (var position = 0; position < positions.Length; position++)
            {
                Write(writer, target, positions[position], column[position]);
            }
        }
        else if (entry.Row == TermEntry.None)
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
                var there = positions[(window << Layout.WindowBits)..];
                for (var i = entry.Start + pieces[window]; i < entry.Start + pieces[window + 1]; i++)
                {
                    Write(writer, target, there[ListPlaces[i]], ListImpacts[i]);
                }
            }
        }
    }

    private static void Write(SegmentWriter writer, int term, int position, byte impact)
    {
        if (position >= 0 && impact > 0)
        {
            writer.Add(term, position, impact);
        }
    }
}
