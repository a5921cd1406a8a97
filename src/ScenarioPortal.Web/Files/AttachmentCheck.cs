using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Exchange.Reading;

namespace ScenarioPortal.Web.Files;

/// <summary>
/// Takes in what goes with a need or capability: what <see cref="UploadCheck"/> takes, with pictures drawn anew and small, and Word and Excel
/// files in which nothing runs.
/// </summary>
internal static class AttachmentCheck
{
    /// <summary>Larger requests are cut off; up to here every file is spoken of at its field.</summary>
    public const int RequestMax = 112 << 20;

    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What a file picker offers.</summary>
    public const string Accepted = $"{UploadCheck.Accepted},.docx,.xlsx,image/png,image/jpeg,application/pdf,{WordType},{ExcelType}";

    private const string NotTaken = "请上传 PDF、PNG、JPG、Word（.docx）或 Excel（.xlsx）文件，文件名的后缀要和内容一致。";

    /// <summary>A picture takes up to a quarter of a gibibyte while it is drawn: one at a time on each node.</summary>
    private static readonly SemaphoreSlim Drawing = new(1, 1);

    private static ReadOnlySpan<byte> ZipSignature => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> OldOfficeSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static async Task<Upload> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        UploadCheck.Require(
            file.Length <= Attachment.SizeMax, "文件有 {0} MB，太大了。每个文件不超过 {1} MB，请压缩或拆开后再上传。", UploadCheck.Megabytes(file.Length), Attachment.SizeMax >> 20);
        var content = await UploadCheck.ContentOfAsync(file, cancellation);
        await Drawing.WaitAsync(cancellation);
        try
        {
            return Check(file.FileName, content, cancellation);
        }
        finally
        {
            Drawing.Release();
        }
    }

    public static Upload Check(string name, byte[] content, CancellationToken cancellation = default)
    {
        UploadCheck.Require(!content.AsSpan().StartsWith(OldOfficeSignature), "这是旧格式（.doc、.xls）或设了密码的文件。请去掉密码，另存为 .docx 或 .xlsx 后再上传。");
        if (content.AsSpan().StartsWith(ZipSignature))
        {
            return Office(name, content, cancellation);
        }

        UploadCheck.Require(UploadCheck.TypeOf(content) is { } type && type == UploadCheck.TypeNamed(name), NotTaken);
        var upload = UploadCheck.Check(name, content);
        return upload.ContentType is "application/pdf" ? upload : upload with { Content = SmallPicture.Of(upload.Content, upload.ContentType) };
    }

    private static Upload Office(string name, byte[] content, CancellationToken cancellation)
    {
        try
        {
            using var file = new MemoryStream(content, writable: false);
            var (type, ending) = OfficePackage.Look(file, cancellation) is OfficeKind.Document ? (WordType, ".docx") : (ExcelType, ".xlsx");
            UploadCheck.Require(Path.GetExtension(name).Equals(ending, StringComparison.OrdinalIgnoreCase), NotTaken);
            return new Upload { Name = UploadCheck.NameToShow(name), ContentType = type, Content = content };
        }
        catch (UnreadableFileException unreadable)
        {
            throw new RuleBrokenException(unreadable.Reason.Template, [.. unreadable.Reason.Values]);
        }
    }
}
