using System.Buffers.Binary;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>
/// Fair exposure: items that are equal by the named order are rotated anew each day, not by name or age,
/// and everyone sees the same rotation.
/// </summary>
internal static class DayRotation
{
    public static int[] Order<TItem, TKey>(IReadOnlyList<TItem> items, DateOnly today, Func<TItem, TKey> key, Func<TItem, Guid> id) =>
        [.. items.Index().OrderBy(i => key(i.Item)).ThenBy(i => Turn(id(i.Item), today.DayNumber)).ThenBy(i => id(i.Item)).Select(i => i.Index)];

    /// <summary>A fixed mix of identity and day (the finaliser of MurmurHash3), the same on every node and after every start.</summary>
    private static ulong Turn(Guid id, int day)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var hash = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ ((ulong)day * 0x9E3779B97F4A7C15);
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
