using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScenarioPortal.Matching.Index.Lanes;

/// <summary>Puts bytes that stand in a row where bits are set, eight at a time, for machines that have no instruction for it.</summary>
internal static class Spread
{
    /// <summary>By the eight bits: where each byte comes from, or a place that is empty.</summary>
    private static readonly ulong[] Orders = [.. Enumerable.Range(0, 256).Select(Order)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Bytes(ref readonly byte packed, byte bits)
    {
        var order = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Orders), bits);
        var bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(in packed)).AsByte();
        return Vector128.Shuffle(bytes, Vector128.CreateScalar(order).AsByte());
    }

    private static ulong Order(int bits)
    {
        var (order, next) = (0UL, 0UL);
        for (var place = 0; place < 8; place++)
        {
            order |= ((bits >> place) & 1) != 0 ? next++ << (8 * place) : 0xFFUL << (8 * place);
        }

        return order;
    }
}
