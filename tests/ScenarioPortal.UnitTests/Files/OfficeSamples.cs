using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ScenarioPortal.UnitTests.Files;

/// <summary>Word and Excel files as they are written, and what can be made of them with a zip program.</summary>
internal static class OfficeSamples
{
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string ExcelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] Document(string text = "现场条件")
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)))));
        }

        return file.ToArray();
    }

    public static byte[] Workbook()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData());
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "设备", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        return file.ToArray();
    }

    /// <summary>The same package with one more part, of which it says what it is.</summary>
    public static byte[] With(byte[] package, string part, byte[] content, string? type = "application/xml") => Edited(package, zip =>
    {
        Write(zip, part, content);
        if (type is not null)
        {
            Change(zip, "[Content_Types].xml", xml => xml.Replace("</Types>", $"<Override PartName=\"/{part}\" ContentType=\"{type}\"/></Types>", StringComparison.Ordinal));
        }
    });

    /// <summary>The same package with other words in one of its parts.</summary>
    public static byte[] Reworded(byte[] package, string part, string before, string after) => Edited(package, zip => Change(zip, part, xml => xml.Replace(before, after, StringComparison.Ordinal)));

    public static byte[] Without(byte[] package, string part) => Edited(package, zip => zip.GetEntry(part)!.Delete());

    /// <summary>The same package whose main part refers to something elsewhere.</summary>
    public static byte[] Referring(byte[] package, string kind, string target)
    {
        var relations = Names(package).Any(n => n.StartsWith("xl/", StringComparison.Ordinal)) ? "xl/_rels/workbook.xml.rels" : "word/_rels/document.xml.rels";
        return With(package, relations, Encoding.UTF8.GetBytes(
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>"), null);
    }

    public static byte[] Edited(byte[] package, Action<ZipArchive> edit)
    {
        using var file = new MemoryStream();
        file.Write(package);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            edit(zip);
        }

        return file.ToArray();
    }

    public static void Write(ZipArchive zip, string part, byte[] content)
    {
        using var stream = zip.CreateEntry(part, CompressionLevel.Optimal).Open();
        stream.Write(content);
    }

    private static void Change(ZipArchive zip, string part, Func<string, string> change)
    {
        var entry = zip.GetEntry(part)!;
        string xml;
        using (var reader = new StreamReader(entry.Open()))
        {
            xml = reader.ReadToEnd();
        }

        entry.Delete();
        Write(zip, part, Encoding.UTF8.GetBytes(change(xml)));
    }

    private static string[] Names(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(e => e.FullName)];
    }
}
