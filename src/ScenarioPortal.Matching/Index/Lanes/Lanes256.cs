using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScenarioPortal.Matching.Index.Lanes;

/// <summary>Sixteen scores at a time: x86 since 2013.</summary>
internal readonly struct Lanes256 : ILanes
{
    public static bool IsSupported => Avx2.IsSupported;

    public static void AddColumn(Span<ushort> scores, ReadOnlySpan<byte> impacts, int weight)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var impact = ref MemoryMarshal.GetReference(impacts[..scores.Length]);
        var factor = Vector256.Create((short)(-2 * weight));
        for (nuint i = 0; i < (nuint)scores.Length; i += (nuint)Vector256<ushort>.Count)
        {
            var scaled = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref impact, i)) << 7;
            var share = Avx2.MultiplyHigh(scaled, factor).AsUInt16();
            (Vector256.LoadUnsafe(ref score, i) - share).StoreUnsafe(ref score, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Above(ref readonly ushort scores, int limit)
    {
        var least = Vector256.Create((ushort)limit);
        var above = 0UL;
        for (var i = 0; i < ILanes.Block; i += Vector256<ushort>.Count)
        {
            above |= (ulong)Vector256.GreaterThan(Vector256.LoadUnsafe(in scores, (nuint)i), least).ExtractMostSignificantBits() << i;
        }

        return above;
    }
}
