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

    public static void AddColumn(Span<ushort> scores, ReadOnlySpan<byte> impacts, int weight)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var impact = ref MemoryMarshal.GetReference(impacts[..scores.Length]);
        var factor = Vector128.Create((short)-weight);
        for (nuint i = 0; i < (nuint)scores.Length; i += (nuint)Vector128<byte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref impact, i));
            Add(ref Unsafe.Add(ref score, i), low, factor);
            Add(ref Unsafe.Add(ref score, i + (nuint)Vector128<ushort>.Count), high, factor);
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
