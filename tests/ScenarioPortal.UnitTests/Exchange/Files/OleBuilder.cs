using System.Buffers.Binary;
using System.Text;

namespace ScenarioPortal.UnitTests.Exchange.Files;

/// <summary>An OLE2 container with one stream: one sector of table, one of directory, then the stream.</summary>
internal static class OleBuilder
{
    private const int Sector = 512;
    private const int MiniStreamCutoff = 4096;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint TableItself = 0xFFFFFFFD;

    public static byte[] Of(string streamName, byte[] content)
    {
        var length = Math.Max(content.Length, MiniStreamCutoff);
        var sectors = (length + Sector - 1) / Sector;
        var file = new byte[Sector * (3 + sectors)];
        Header(file);
        Table(file.AsSpan(Sector, Sector), sectors);
        Entry(file.AsSpan(2 * Sector), "Root Entry", type: 5, child: 1, EndOfChain, 0);
        Entry(file.AsSpan((2 * Sector) + 128), streamName, type: 2, Free, start: 2, (uint)length);
        content.CopyTo(file.AsSpan(3 * Sector));
        return file;
    }

    private static void Header(Span<byte> file)
    {
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file[24..], 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(file[26..], 3);
        BinaryPrimitives.WriteUInt16LittleEndian(file[28..], 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(file[30..], 9);
        BinaryPrimitives.WriteUInt16LittleEndian(file[32..], 6);
        BinaryPrimitives.WriteUInt32LittleEndian(file[44..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file[48..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file[56..], MiniStreamCutoff);
        BinaryPrimitives.WriteUInt32LittleEndian(file[60..], EndOfChain);
        BinaryPrimitives.WriteUInt32LittleEndian(file[68..], EndOfChain);
        file[76..Sector].Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file[76..], 0);
    }

    private static void Table(Span<byte> table, int sectors)
    {
        table.Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(table, TableItself);
        BinaryPrimitives.WriteUInt32LittleEndian(table[4..], EndOfChain);
        for (var at = 0; at < sectors; at++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(table[((2 + at) * 4)..], at == sectors - 1 ? EndOfChain : (uint)(3 + at));
        }
    }

    private static void Entry(Span<byte> entry, string name, byte type, uint child, uint start, uint length)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        (entry[66], entry[67]) = (type, 1);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], length);
    }
}
