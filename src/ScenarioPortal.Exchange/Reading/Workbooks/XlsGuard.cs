using System.Buffers.Binary;

namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>
/// Checks what the header of an old Excel file declares, because ExcelDataReader believes it: sector sizes that are none, or more
/// tables than the file has room for, would make it fill the memory.
/// </summary>
internal static class XlsGuard
{
    private const int HeaderLength = 512;

    /// <exception cref="InvalidDataException">The header cannot be true.</exception>
    public static void RequireSane(Stream file)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        file.Position = 0;
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            throw new InvalidDataException("The header is cut off.");
        }

        var sectorShift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        var miniShift = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        var sectors = file.Length >> 9;
        if (sectorShift is not (9 or 12) || miniShift != 6 || Count(header, 44) > sectors || Count(header, 64) > sectors || Count(header, 72) > sectors)
        {
            throw new InvalidDataException("The header declares what the file cannot hold.");
        }
    }

    private static uint Count(ReadOnlySpan<byte> header, int at) => BinaryPrimitives.ReadUInt32LittleEndian(header[at..]);
}
