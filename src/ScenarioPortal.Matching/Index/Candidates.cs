using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScenarioPortal.Matching.Index.Lanes;

namespace ScenarioPortal.Matching.Index;

/// <summary>The documents of a window that could still be among the results while some terms have not been read, by place.</summary>
internal sealed class Candidates
{
    /// <summary>Where there are more, terms are read as a whole.</summary>
    private const int Most = 512;

    private readonly int[] _places = new int[Most + ILanes.Block];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Places => _places.AsSpan(0, Count);

    /// <summary>Takes all that have more than the limit; false when there are too many.</summary>
    public bool Take<TLanes>(ReadOnlySpan<ushort> scores, int limit)
        where TLanes : struct, ILanes
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        var count = 0;
        for (var block = 0; block < scores.Length && count <= Most; block += ILanes.Block)
        {
            for (var above = TLanes.Above(ref Unsafe.Add(ref score, block), limit); above != 0; above &= above - 1)
            {
                _places[count++] = block + BitOperations.TrailingZeroCount(above);
            }
        }

        Count = count;
        return count <= Most;
    }

    /// <summary>Leaves out documents that are gone or do not pass.</summary>
    public void Filter(LiveSegment live, IDocumentFilter? filter, int first)
    {
        if (live.Gone is null && filter is null)
        {
            return;
        }

        var kept = 0;
        foreach (var place in Places)
        {
            _places[kept] = place;
            kept += !live.IsGone(first + place) && filter?.Passes(live.Segment.Numbers[first + place]) != false ? 1 : 0;
        }

        Count = kept;
    }

    /// <summary>Leaves out those that have no more than the limit.</summary>
    public void Keep(ReadOnlySpan<ushort> scores, int limit)
    {
        var kept = 0;
        foreach (var place in Places)
        {
            _places[kept] = place;
            kept += scores[place] > limit ? 1 : 0;
        }

        Count = kept;
    }
}
