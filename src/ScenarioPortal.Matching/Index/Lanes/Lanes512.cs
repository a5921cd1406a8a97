using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScenarioPortal.Matching.Index.Lanes;

/// <summary>Thirty-two scores at a time: x86 of servers.</summary>
internal readonly struct Lanes512 : ILanes
{
    public static bool IsSupported => Avx512BW.IsSupported;

    public static void AddColumn(Span<ushort> scores, ReadOnlySpan<byte> impacts, int weight)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var impact = ref MemoryMarshal.GetReference(impacts[..scores.Length]);
        var factor = Vector512.Create((short)(-2 * weight));
        for (nuint i = 0; i < (nuint)scores.Length; i += (nuint)Vector512<ushort>.Count)
        {
            var scaled = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref impact, i)) << 7;
            var share = Avx512BW.MultiplyHigh(scaled, factor).AsUInt16();
            (Vector512.LoadUnsafe(ref score, i) - share).StoreUnsafe(ref score, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Above(ref readonly ushort scores, int limit)
    {
        var least = Vector512.Create((ushort)limit);
        var low = Vector512.GreaterThan(Vector512.LoadUnsafe(in scores), least).ExtractMostSignificantBits();
        var high = Vector512.GreaterThan(Vector512.LoadUnsafe(in scores, (nuint)Vector512<ushort>.Count), least).ExtractMostSignificantBits();
        return low | (high << Vector512<ushort>.Count);
    }
}
