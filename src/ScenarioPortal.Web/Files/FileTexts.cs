using System.Globalization;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Files;

/// <summary>What a file is and how large, in words.</summary>
internal static class FileTexts
{
    extension(IStringLocalizer<Texts> L)
    {
        public string KindOfFile(string contentType) => contentType switch
        {
            "application/pdf" => L["PDF 文件"],
            "image/png" => L["PNG 图片"],
            "image/jpeg" => L["JPG 图片"],
            AttachmentCheck.WordType => L["Word 文档"],
            AttachmentCheck.ExcelType => L["Excel 表格"],
            _ => L["文件"]
        };
    }

    /// <summary>Such as 1.2 MB; below one, in whole KB.</summary>
    public static string Size(long bytes) => bytes >= 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes + 512) / 1024)} KB");
}
