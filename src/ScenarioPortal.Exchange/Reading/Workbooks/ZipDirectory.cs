using System.Buffers.Binary;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>Counts an archive's entries before anything is allocated for them: the count that it declares may be a lie.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int MaxComment = ushort.MaxValue;
    private const int EntryLength = 46;
    private const int Locator64Length = 20;

    /// <exception cref="InvalidDataException">There is no directory.</exception>
    public static void RequireAtMost(Stream zip, int maxEntries)
    {
        zip.Position = Start(zip);
        Span<byte> entry = stackalloc byte[EntryLength];
        for (var count = 0; zip.ReadAtLeast(entry, EntryLength, throwOnEndOfStream: false) == EntryLength && entry.StartsWith("PK\x01\x02"u8); count++)
        {
            if (count == maxEntries)
            {
                throw new UnreadableFileException(FileRefusals.Bomb);
            }

            zip.Position += UInt16(entry, 28) + UInt16(entry, 30) + UInt16(entry, 32);
        }
    }

    private static long Start(Stream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndLength + MaxComment + Locator64Length)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndLength > tail.Length)
        {
            throw new InvalidDataException("No end of central directory.");
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        return start == uint.MaxValue ? Start64(zip, tail.AsSpan(0, end)) : start;
    }

    /// <summary>The long form, which some streaming writers use for short files too.</summary>
    private static long Start64(Stream zip, ReadOnlySpan<byte> before)
    {
        var locator = before.LastIndexOf("PK\x06\x07"u8);
        if (locator < 0 || locator + Locator64Length > before.Length)
        {
            throw new InvalidDataException("No zip64 locator.");
        }

        Span<byte> end = stackalloc byte[56];
        zip.Position = Within(zip, BinaryPrimitives.ReadInt64LittleEndian(before[(locator + 8)..]));
        zip.ReadExactly(end);
        return Within(zip, BinaryPrimitives.ReadInt64LittleEndian(end[48..]));
    }

    private static long Within(Stream zip, long position) =>
        position >= 0 && position < zip.Length ? position : throw new InvalidDataException("The directory lies outside the file.");

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
