using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace ScenarioPortal.Web.Files;

/// <summary>The packed objects of a PDF (object streams), unpacked so that what they name can be read, and not without end.</summary>
internal static class PdfStreams
{
    private const int StreamsMax = 5000;
    private const int UnpackedMax = 8 << 20;
    private const int AllUnpackedMax = 32 << 20;
    private const int DictionaryMax = 2048;
    private const string Keyword = "stream";

    private static readonly SearchValues<byte> NumbersAndBlanks = SearchValues.Create("0123456789 \r\n\t"u8);

    public static IEnumerable<string> PackedObjects(string text, byte[] content)
    {
        var (left, count) = (AllUnpackedMax, 0);
        for (var at = text.IndexOf(Keyword, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Keyword, at + Keyword.Length, StringComparison.Ordinal))
        {
            if (at >= 3 && string.CompareOrdinal(text, at - 3, "end", 0, 3) == 0)
            {
                continue;
            }

            UploadCheck.Require(++count <= StreamsMax, "这个 PDF 太复杂，请打印成普通 PDF，或拍照上传。");
            var begin = at + Keyword.Length + (at + Keyword.Length < text.Length && text[at + Keyword.Length] == '\r' ? 2 : 1);
            var saysSo = IsPacked(text[Math.Max(0, at - DictionaryMax)..at]);
            if (saysSo || LooksPacked(content, begin))
            {
                var unpacked = Unpack(content, begin, saysSo);
                left -= unpacked.Length;
                UploadCheck.Require(left > 0, "这个 PDF 解开之后太大，请重新导出或拍照上传。");
                yield return unpacked;
            }
        }
    }

    private static bool IsPacked(string before) => PdfDocument.Plain(before[(before.LastIndexOf("obj", StringComparison.Ordinal) + 1)..]).Contains("ObjStm", StringComparison.Ordinal);

    /// <summary>Packed objects begin with pairs of numbers, whatever the dictionary before them says.</summary>
    private static bool LooksPacked(byte[] content, int begin)
    {
        Span<byte> first = stackalloc byte[16];
        var length = Inflate(content, begin, first);
        return length > 4 && first[..length].IndexOfAnyExcept(NumbersAndBlanks) is < 0 or > 4;
    }

    private static string Unpack(byte[] content, int begin, bool mustBe)
    {
        var unpacked = new byte[UnpackedMax];
        var length = Inflate(content, begin, unpacked);
        UploadCheck.Require(length >= 0 || !mustBe, "这个 PDF 里有平台读不懂的内容，请打印成普通 PDF，或拍照上传。");
        UploadCheck.Require(length < unpacked.Length, "这个 PDF 解开之后太大，请重新导出或拍照上传。");
        return Encoding.Latin1.GetString(unpacked, 0, Math.Max(0, length));
    }

    /// <summary>How many bytes came out, at most as many as there is room for; negative when this is not packed so.</summary>
    private static int Inflate(byte[] content, int begin, Span<byte> into)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(content, Math.Min(begin, content.Length), Math.Max(0, content.Length - begin)), CompressionMode.Decompress);
            return stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            return -1;
        }
    }
}
