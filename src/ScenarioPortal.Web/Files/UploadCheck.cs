using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain;

namespace ScenarioPortal.Web.Files;

/// <summary>
/// Takes in a scan or photo of a document: pdf, png or jpg by what it holds and not by what it is called. Of pictures only the picture is kept,
/// without place, device or anything that was hidden behind it.
/// </summary>
internal static class UploadCheck
{
    public const int SizeMax = 5 << 20;

    /// <summary>Larger requests are cut off; up to here a file that is too large is explained at its field.</summary>
    public const int RequestMax = 16 << 20;

    public const int SideMax = 12_000;
    public const int PixelsMax = 64_000_000;

    /// <summary>What a file picker offers.</summary>
    public const string Accepted = ".pdf,.png,.jpg,.jpeg";

    public static async Task<Upload> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        Require(file.Length <= SizeMax, "文件有 {0} MB，太大了。请压缩到 5 MB 以内，或用手机重新拍一张。", Megabytes(file.Length));
        return Check(file.FileName, await ContentOfAsync(file, cancellation));
    }

    public static async Task<byte[]> ContentOfAsync(IFormFile file, CancellationToken cancellation)
    {
        Require(file.Length > 0, "这个文件是空的，请重新选择。");
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    }

    /// <summary>Rounded up to a tenth.</summary>
    public static double Megabytes(long bytes) => Math.Ceiling(bytes / 104857.6) / 10;

    public static Upload Check(string name, byte[] content)
    {
        var type = TypeOf(content);
        Require(type is not null && type == TypeNamed(name), "请上传 PDF、PNG 或 JPG 文件，文件名的后缀要和内容一致。");
        Require(!HiddenArchive.IsIn(content), "这个文件里还藏着压缩包，不能上传。请重新拍照或扫描。");
        var kept = type switch
        {
            "image/png" => PngPicture.Clean(content),
            "image/jpeg" => JpegPicture.Clean(content),
            _ => PdfDocument.Check(content)
        };
        return new Upload { Name = NameToShow(name), ContentType = type!, Content = kept };
    }

    public static void RequireSize(int width, int height) => Require(
        width is > 0 and <= SideMax && height is > 0 and <= SideMax && (long)width * height <= PixelsMax, "图片的像素太多，请缩小后再上传，每边不超过 {0} 像素。", SideMax);

    public static void Require(bool holds, string refusal, params object[] values)
    {
        if (!holds)
        {
            throw new RuleBrokenException(refusal, values);
        }
    }

    public static string? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith(PngPicture.Signature) ? "image/png"
        : content.StartsWith(JpegPicture.Signature) ? "image/jpeg"
        : content.StartsWith(PdfDocument.Signature) ? "application/pdf"
        : null;

    public static string? TypeNamed(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".PDF" => "application/pdf",
        _ => null
    };

    /// <summary>The last part, without what no name should hold: it is shown and offered to save as, and never a path here.</summary>
    public static string NameToShow(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.EnumerateRunes().Where(r => !IsHidden(r)).Select(r => "\"<>|:*?;%".Contains((char)r.Value, StringComparison.Ordinal) ? "_" : r.ToString()));
        return plain.Length <= StoredFile.NameMaxLength ? plain : LastOf(plain);
    }

    /// <summary>The end says what it is; half of a character says nothing.</summary>
    private static string LastOf(string plain)
    {
        var last = plain[^StoredFile.NameMaxLength..];
        return char.IsLowSurrogate(last[0]) ? last[1..] : last;
    }

    private static bool IsHidden(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.PrivateUse
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.OtherNotAssigned;
}
