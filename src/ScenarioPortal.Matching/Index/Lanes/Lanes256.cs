using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScenarioPortal.Matching.Index.Lanes;

/// <summary>Sixteen scores at a time: x86 since 2013.</summary>
internal readonly struct Lanes256 : ILanes
{
    public static bool IsSupported => Avx2.IsSupported;

    public static void AddDense(Span<ushort> scores, ReadOnlySpan<ulong> bits, ref readonly byte impacts, int weight)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var impact = ref Unsafe.AsRef(in impacts);
        var factor = Vector256.Create((short)(-2 * weight));
        foreach (var two in MemoryMarshal.Cast<ulong, ushort>(bits))
        {
            var low = Spread.Bytes(ref impact, (byte)two);
            var high = Spread.Bytes(ref Unsafe.Add(ref impact, BitOperations.PopCount((uint)(byte)two)), (byte)(two >> 8));
            var scaled = Avx2.ConvertToVector256Int16(Sse2.UnpackLow(low.AsUInt64(), high.AsUInt64()).AsByte()) << 7;
            var share = Avx2.MultiplyHigh(scaled, factor).AsUInt16();
            (Vector256.LoadUnsafe(ref score) - share).StoreUnsafe(ref score);
            score = ref Unsafe.Add(ref score, Vector256<ushort>.Count);
            impact = ref Unsafe.Add(ref impact, BitOperations.PopCount((uint)two));
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
