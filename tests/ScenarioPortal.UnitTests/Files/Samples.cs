using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ScenarioPortal.Web.Files;

namespace ScenarioPortal.UnitTests.Files;

/// <summary>Small files of each kind, made byte by byte so that a test can bend them.</summary>
internal static class Samples
{
    public static byte[] Png(int width = 2, int height = 2, params (string Type, byte[] Data)[] more)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. more.SelectMany(m => Chunk(m.Type, m.Data)), .. Chunk("IDAT", Zipped("\0\0\0\0\0\0"u8.ToArray())), .. Chunk("IEND", [])];
    }

    public static byte[] Jpeg(int width = 2, int height = 2, params byte[][] segments) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. segments.SelectMany(s => s),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9
    ];

    public static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    /// <summary>EXIF data as a telephone writes it: which side is up, and where it stood.</summary>
    public static byte[] Exif(byte orientation) => Segment(0xE1,
    [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "GPS 22.54N"u8
    ]);

    public static byte[] Pdf(string body = "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj", byte[]? packed = null) =>
    [
        .. Encoding.Latin1.GetBytes($"%PDF-1.7\n{body}\n"),
        .. packed is null ? [] : Encoding.Latin1.GetBytes("9 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode>> stream\n"),
        .. packed is null ? [] : Zipped(packed),
        .. Encoding.Latin1.GetBytes((packed is null ? "" : "\nendstream endobj\n") + "trailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n")
    ];

    public static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("run.js").Open();
            entry.Write("alert(1)"u8);
        }

        return stream.ToArray();
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc32.Of(named));
        return chunk;
    }

    private static byte[] Zipped(byte[] data)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZLibStream(stream, CompressionMode.Compress))
        {
            zip.Write(data);
        }

        return stream.ToArray();
    }
}
