using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScenarioPortal.Matching.Index.Lanes;

/// <summary>Thirty-two scores at a time: x86 of servers since 2019.</summary>
internal readonly struct Lanes512 : ILanes
{
    public static bool IsSupported => Avx512BW.IsSupported && Avx512Vbmi2.IsSupported;

    public static void AddDense(Span<ushort> scores, ReadOnlySpan<ulong> bits, ref readonly byte impacts, int weight)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        ref var impact = ref Unsafe.AsRef(in impacts);
        var factor = Vector512.Create((short)(-2 * weight));

        // Byte by byte of a block: which byte of the bits is its own, and which bit of that.
        var own = Vector512.Create(0x0000000000000000UL, 0x0101010101010101UL, 0x0202020202020202UL, 0x0303030303030303UL, 0x0404040404040404UL, 0x0505050505050505UL, 0x0606060606060606UL, 0x0707070707070707UL).AsByte();
        var single = Vector512.Create(0x8040201008040201UL).AsByte();
        foreach (var block in bits)
        {
            Ahead.Fetch(ref Unsafe.Add(ref impact, Ahead.Distance));
            var taken = Vector512.Equals(Avx512BW.Shuffle(Vector512.Create(block).AsByte(), own) & single, single);
            var spread = Avx512Vbmi2.Expand(Vector512<byte>.Zero, taken, Vector512.LoadUnsafe(ref impact));
            Add(ref score, spread.GetLower(), factor);
            Add(ref Unsafe.Add(ref score, Vector512<ushort>.Count), spread.GetUpper(), factor);
            score = ref Unsafe.Add(ref score, ILanes.Block);
            impact = ref Unsafe.Add(ref impact, BitOperations.PopCount(block));
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ushort score, Vector256<byte> impacts, Vector512<short> factor)
    {
        var share = Avx512BW.MultiplyHigh(Avx512BW.ConvertToVector512Int16(impacts) << 7, factor).AsUInt16();
        (Vector512.LoadUnsafe(ref score) - share).StoreUnsafe(ref score);
    }
}
