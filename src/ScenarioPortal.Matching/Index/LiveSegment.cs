using System.Numerics;

namespace ScenarioPortal.Matching.Index;

/// <summary>A segment and which of its documents are gone, a bit each. Never changes; taking out makes a new one.</summary>
/// <param name="Segment">The documents.</param>
/// <param name="Gone">By position; null while none is.</param>
internal sealed record LiveSegment(ImpactSegment Segment, ulong[]? Gone = null)
{
    public int Count { get; } = Segment.Documents - (Gone?.Sum(BitOperations.PopCount) ?? 0);

    public bool IsGone(int position) => Gone is not null && (Gone[position >> 6] >> position & 1) != 0;

    public LiveSegment Without(List<int> positions)
    {
        if (positions.Count == 0)
        {
            return this;
        }

        var gone = Gone is null ? new ulong[(Segment.Documents + 63) >> 6] : [.. Gone];
        foreach (var position in positions)
        {
            gone[position >> 6] |= 1UL << position;
        }

        return new LiveSegment(Segment, gone);
    }

    /// <summary>The position of a document that is there, or −1.</summary>
    public int PositionOf(int number) => Segment.PositionOf(number) is >= 0 and var position && !IsGone(position) ? position : -1;
}
