using System.Buffers.Binary;
using System.Text;

namespace ScenarioPortal.Web.Files;

/// <summary>A PNG picture, walked chunk by chunk (W3C PNG, third edition): sizes and checksums hold, and nothing follows its end.</summary>
internal static class PngPicture
{
    private const int ChunkOverhead = 12;
    private const int HeaderLength = 13;
    private const string Refusal = "这张 PNG 图片不完整或已损坏，请重新导出或拍照。";

    /// <summary>What is needed to show the picture; texts, places and times are left out.</summary>
    private static readonly string[] Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "cICP", "iCCP", "pHYs"];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Clean(ReadOnlySpan<byte> content)
    {
        using var kept = new MemoryStream(content.Length);
        kept.Write(Signature);
        var rest = content[Signature.Length..];
        var (type, hasPixels) = ("", false);
        while (type != "IEND")
        {
            UploadCheck.Require(rest.Length >= ChunkOverhead, Refusal);
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            UploadCheck.Require(length >= 0 && length <= rest.Length - ChunkOverhead, Refusal);
            var chunk = rest[..(length + ChunkOverhead)];
            UploadCheck.Require(Crc32.Of(chunk[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]), Refusal);
            UploadCheck.Require(type.Length > 0 || chunk[4..8].SequenceEqual("IHDR"u8), Refusal);
            type = Encoding.ASCII.GetString(chunk[4..8]);
            if (type == "IHDR")
            {
                UploadCheck.Require(length == HeaderLength, Refusal);
                UploadCheck.RequireSize(BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..]));
            }

            hasPixels |= type == "IDAT" && length > 0;
            if (Kept.Contains(type))
            {
                kept.Write(chunk);
            }

            rest = rest[chunk.Length..];
        }

        UploadCheck.Require(hasPixels, Refusal);
        UploadCheck.Require(rest.Length == 0, "这张图片的末尾还带着别的内容，请重新导出或拍照。");
        return kept.ToArray();
    }
}
