namespace ScenarioPortal.Matching.Index;

/// <summary>Makes one segment of several, without the documents that are gone; their order stays.</summary>
internal static class SegmentMerger
{
    /// <summary>With fewer terms all is done by the thread that asks.</summary>
    private const int PartFrom = 4096;

    /// <exception cref="OperationCanceledException">Nothing was changed.</exception>
    public static ImpactSegment Merge(IReadOnlyList<LiveSegment> segments, SegmentLayout layout, CancellationToken cancellation = default)
    {
        var positions = Positions(segments, out var numbers);
        var terms = new TermTable(segments.Max(s => s.Segment.Terms.Count));
        var keys = segments.Select(s => s.Segment.Terms.ToArray()).ToArray();
        var targets = keys.Select(k => Array.ConvertAll(k, terms.FindOrAdd)).ToArray();

        // Terms that only documents have that are gone keep an empty entry until the next merge; counts may be too high by those.
        var counts = new int[terms.Count];
        for (var i = 0; i < segments.Count; i++)
        {
            for (var term = 0; term < targets[i].Length; term++)
            {
                counts[targets[i][term]] += segments[i].Segment.Entries[term].Count;
            }
        }

        // By term, as each has its own places in the segment; in the order of segments for each.
        var writer = new SegmentWriter(layout, terms, counts, numbers);
        var parts = terms.Count < PartFrom ? 1 : Environment.ProcessorCount;
        Parallel.For(0, parts, part =>
        {
            for (var i = 0; i < segments.Count && !cancellation.IsCancellationRequested; i++)
            {
                Write(segments[i].Segment, writer, targets[i], positions[i], part, parts, cancellation);
            }
        });
        cancellation.ThrowIfCancellationRequested();
        return writer.Finish();
    }

    private static void Write(ImpactSegment segment, SegmentWriter writer, int[] targets, int[] positions, int part, int parts, CancellationToken cancellation)
    {
        for (var term = 0; term < targets.Length; term++)
        {
            if (targets[term] % parts != part)
            {
                continue;
            }

            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            segment.Write(term, writer, targets[term], positions);
        }
    }

    /// <summary>For each segment and position the new one, or −1.</summary>
    private static int[][] Positions(IReadOnlyList<LiveSegment> segments, out int[] numbers)
    {
        var next = 0;
        var all = new int[segments.Count][];
        numbers = new int[segments.Sum(s => s.Count)];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new int[segments[i].Segment.Documents];
            for (var position = 0; position < all[i].Length; position++)
            {
                all[i][position] = segments[i].IsGone(position) ? -1 : next;
                if (!segments[i].IsGone(position))
                {
                    numbers[next++] = segments[i].Segment.Numbers[position];
                }
            }
        }

        return all;
    }
}
