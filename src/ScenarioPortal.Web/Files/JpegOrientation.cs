using System.Buffers.Binary;

namespace ScenarioPortal.Web.Files;

/// <summary>Which side of a photo is up: the one line of its EXIF data (TIFF tag 0x0112) that is kept.</summary>
internal static class JpegOrientation
{
    private const ushort Tag = 0x0112;
    private const int TiffAt = 10;
    private const int EntryLength = 12;

    /// <summary>A segment that says nothing else; nothing when the photo does not say, or says what is usual.</summary>
    public static byte[] Of(ReadOnlySpan<byte> segment) => ValueIn(segment) is > 1 and <= 8 and var value
        ? [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)value, 0, 0, 0, 0, 0, 0]
        : [];

    private static int ValueIn(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < TiffAt + 8 || !segment[4..].StartsWith("Exif\0\0"u8))
        {
            return 0;
        }

        var tiff = segment[TiffAt..];
        var little = tiff.StartsWith("II"u8);
        var directory = Number(tiff[4..], 4, little);
        if (directory < 8 || directory + 2 > tiff.Length)
        {
            return 0;
        }

        var entries = Number(tiff[(int)directory..], 2, little);
        for (var at = (int)directory + 2; entries > 0 && at + EntryLength <= tiff.Length; (at, entries) = (at + EntryLength, entries - 1))
        {
            if (Number(tiff[at..], 2, little) == Tag)
            {
                return (int)Number(tiff[(at + 8)..], 2, little);
            }
        }

        return 0;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int length, bool little) => (length, little) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32BigEndian(bytes)
    };
}
