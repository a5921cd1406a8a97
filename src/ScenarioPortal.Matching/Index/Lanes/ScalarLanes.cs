using System.Runtime.CompilerServices;

namespace ScenarioPortal.Matching.Index.Lanes;

/// <summary>One score at a time, for machines that have none of the others, and to compare the others with.</summary>
internal readonly struct ScalarLanes : ILanes
{
    public static bool IsSupported => true;

    public static void AddColumn(Span<ushort> scores, ReadOnlySpan<byte> impacts, int weight)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] += Impact.Share(weight, impacts[i]);
        }
    }

    public static ulong Above(ref readonly ushort scores, int limit)
    {
        var above = 0UL;
        for (var i = 0; i < ILanes.Block; i++)
        {
            above |= Unsafe.Add(ref Unsafe.AsRef(in scores), i) > limit ? 1UL << i : 0;
        }

        return above;
    }
}
