namespace ScenarioPortal.Matching.Index;

/// <summary>Makes one segment of several, without the documents that are gone; their order stays.</summary>
internal static class SegmentMerger
{
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

        var writer = new SegmentWriter(layout, terms, counts, numbers);
        for (var i = 0; i < segments.Count; i++)
        {
            for (var term = 0; term < targets[i].Length; term++)
            {
                if (term % 1024 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                segments[i].Segment.Write(term, writer, targets[i][term], positions[i]);
            }
        }

        return writer.Finish();
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
