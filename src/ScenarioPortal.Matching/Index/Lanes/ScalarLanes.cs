using System.Numerics;
using System.Runtime.CompilerServices;

namespace ScenarioPortal.Matching.Index.Lanes;

/// <summary>One score at a time, for machines that have none of the others, and to compare the others with.</summary>
internal readonly struct ScalarLanes : ILanes
{
    public static bool IsSupported => true;

    public static void AddDense(Span<ushort> scores, ReadOnlySpan<ulong> bits, ref readonly byte impacts, int weight)
    {
        ref var impact = ref Unsafe.AsRef(in impacts);
        for (var block = 0; block < bits.Length; block++)
        {
            for (var rest = bits[block]; rest != 0; rest &= rest - 1)
            {
                scores[(block * ILanes.Block) + BitOperations.TrailingZeroCount(rest)] += Impact.Share(weight, impact);
                impact = ref Unsafe.Add(ref impact, 1);
            }
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
