using System.Buffers.Binary;

namespace ScenarioPortal.Web.Files;

/// <summary>
/// A JPEG picture, walked segment by segment (ITU-T T.81). Kept is what shows it and which side is up; place, device and comments are left out,
/// and so are the small film or second picture that telephones append.
/// </summary>
internal static class JpegPicture
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9, Application0 = 0xE0, Application1 = 0xE1, Application2 = 0xE2, Application14 = 0xEE, Application15 = 0xEF, Comment = 0xFE;
    private const string Refusal = "这张 JPG 图片不完整或已损坏，请重新导出或拍照。";

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    public static byte[] Clean(ReadOnlySpan<byte> content)
    {
        using var kept = new MemoryStream(content.Length);
        kept.Write(content[..2]);
        var (at, hasSize, hasPixels) = (2, false, false);
        while (true)
        {
            UploadCheck.Require(at + 2 <= content.Length && content[at] == 0xFF, Refusal);
            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == EndOfImage)
            {
                UploadCheck.Require(hasPixels, Refusal);
                RequireNothingBehind(content[(at + 2)..]);
                kept.Write(content.Slice(at, 2));
                return kept.ToArray();
            }

            UploadCheck.Require(marker >= 0xC0 && !IsRestart(marker) && at + 4 <= content.Length, Refusal);
            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            UploadCheck.Require(length >= 2 && at + 2 + length <= content.Length, Refusal);
            var segment = content.Slice(at, length + 2);
            at += segment.Length;
            if (IsFrame(marker))
            {
                UploadCheck.Require(segment.Length >= 10, Refusal);
                UploadCheck.RequireSize(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
                hasSize = true;
            }

            kept.Write(marker == Application1 ? JpegOrientation.Of(segment) : IsNeeded(marker, segment) ? segment : default);
            if (marker == StartOfScan)
            {
                UploadCheck.Require(hasSize, Refusal);
                var scan = ScanLength(content[at..]);
                kept.Write(content.Slice(at, scan));
                at += scan;
                hasPixels |= scan > 0;
            }
        }
    }

    /// <summary>Pixels run on until a marker that is neither a stuffed byte nor a restart.</summary>
    private static int ScanLength(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; ;)
        {
            var next = rest[at..].IndexOf((byte)0xFF);
            UploadCheck.Require(next >= 0 && at + next + 1 < rest.Length, Refusal);
            at += next;
            if (rest[at + 1] != 0 && !IsRestart(rest[at + 1]))
            {
                return at;
            }

            at += 2;
        }
    }

    /// <summary>A second picture or a film by the same camera is cut off; anything else was put there by somebody.</summary>
    private static void RequireNothingBehind(ReadOnlySpan<byte> rest) => UploadCheck.Require(
        rest.IndexOfAnyExcept((byte)0) < 0 || rest.StartsWith(Signature) || (rest.Length > 8 && rest[4..8].SequenceEqual("ftyp"u8)),
        "这张图片的末尾还带着别的内容，请重新导出或拍照。");

    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        Comment => false,
        Application0 => segment[4..].StartsWith("JFIF\0"u8),
        Application2 => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        Application14 => segment[4..].StartsWith("Adobe"u8),
        >= Application0 and <= Application15 => false,
        _ => true
    };

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsRestart(byte marker) => marker is >= 0xD0 and <= 0xD7;
}
