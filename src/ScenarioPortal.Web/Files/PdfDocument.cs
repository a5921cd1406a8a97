using System.Text;
using System.Text.RegularExpressions;

namespace ScenarioPortal.Web.Files;

/// <summary>A PDF document that is nothing but paper: it begins and ends as one, asks for no password, and does nothing when it is opened.</summary>
internal static partial class PdfDocument
{
    private const int EndWithin = 1024;

    /// <summary>Names of what runs, opens or carries something else (ISO 32000-1, 12.6 and 7.11.4).</summary>
    private static readonly HashSet<string> Active = new(StringComparer.Ordinal)
    {
        "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "SubmitForm", "ImportData", "GoToE", "GoToR", "Movie", "Sound", "Rendition", "3D", "AA"
    };

    public static ReadOnlySpan<byte> Signature => "%PDF-"u8;

    public static byte[] Check(byte[] content)
    {
        var end = Encoding.Latin1.GetString(content, Math.Max(0, content.Length - EndWithin), Math.Min(EndWithin, content.Length)).TrimEnd('\r', '\n', ' ', '\0', '\t');
        UploadCheck.Require(end.EndsWith("%%EOF", StringComparison.Ordinal) && end.Contains("startxref", StringComparison.Ordinal), "这个 PDF 不完整，或末尾还带着别的内容。请重新导出。");
        var text = Encoding.Latin1.GetString(content);
        var names = Names(text).Concat(PdfStreams.PackedObjects(text, content).SelectMany(Names)).ToHashSet(StringComparer.Ordinal);
        UploadCheck.Require(!names.Contains("Encrypt"), "这个 PDF 设了密码，审核人员打不开。请去掉密码后再上传。");
        UploadCheck.Require(!names.Overlaps(Active), "这个 PDF 里有脚本、附件或会自动执行的内容，不能上传。请打印成普通 PDF，或拍照上传。");
        return content;
    }

    /// <summary>Names as they are meant: /J#61vaScript is JavaScript.</summary>
    public static string Plain(string text) =>
        text.Contains('#', StringComparison.Ordinal) ? Escape().Replace(text, e => ((char)Convert.ToInt32(e.Groups[1].Value, 16)).ToString()) : text;

    private static IEnumerable<string> Names(string text) => from Match name in Name().Matches(text) select Plain(name.Groups[1].Value);

    [GeneratedRegex(@"/([^\s/<>\[\]\(\){}%\x00]{1,60})")]
    private static partial Regex Name();

    [GeneratedRegex("#([0-9A-Fa-f]{2})")]
    private static partial Regex Escape();
}
