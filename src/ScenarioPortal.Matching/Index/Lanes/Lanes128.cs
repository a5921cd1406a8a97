using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ScenarioPortal.Matching.Index.Lanes;

/// <summary>Eight scores at a time: every x86, and Arm.</summary>
internal readonly struct Lanes128 : ILanes
{
    public static bool IsSupported => Sse2.IsSupported || AdvSimd.IsSupported;

    public static void AddDense(Span<ushort> scores, ReadOnlySpan<ulong> bits, ref readonly byte impacts, int weight)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var impact = ref Unsafe.AsRef(in impacts);
        var factor = Vector128.Create((short)-weight);
        foreach (var eight in MemoryMarshal.AsBytes(bits))
        {
            Add(ref score, Vector128.WidenLower(Spread.Bytes(ref impact, eight)), factor);
            score = ref Unsafe.Add(ref score, Vector128<ushort>.Count);
            impact = ref Unsafe.Add(ref impact, BitOperations.PopCount((uint)eight));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Above(ref readonly ushort scores, int limit)
    {
        var least = Vector128.Create((ushort)limit);
        var above = 0UL;
        for (var i = 0; i < ILanes.Block; i += Vector128<ushort>.Count)
        {
            above |= (ulong)Vector128.GreaterThan(Vector128.LoadUnsafe(in scores, (nuint)i), least).ExtractMostSignificantBits() << i;
        }

        return above;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ushort score, Vector128<ushort> impacts, Vector128<short> factor)
    {
        var scaled = (impacts << 7).AsInt16();
        var share = Sse2.IsSupported ? Sse2.MultiplyHigh(scaled, factor << 1) : AdvSimd.MultiplyDoublingSaturateHigh(scaled, factor);
        (Vector128.LoadUnsafe(ref score) - share.AsUInt16()).StoreUnsafe(ref score);
    }
}
