using System.IO.Compression;
using System.Text;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

/// <summary>Files as an attacker sends them: each is refused with a sentence, or read as the plain text that it is; none fails and none reaches outside.</summary>
public sealed class HostileFileTests
{
    private static readonly string Sheet = ZipBuilder.Row("场景名称", "场景简介") + ZipBuilder.Row("一", "甲");
    private static readonly byte[] Good = ZipBuilder.Workbook(Sheet).Build();

    /// <summary>Not a list at all, whatever the name says.</summary>
    private static readonly Dictionary<string, byte[]> Disguised = new()
    {
        ["windows program"] = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[200]],
        ["linux program"] = [0x7f, .. "ELF"u8, 2, 1, 1, 0, .. new byte[200]],
        ["java class"] = [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52, .. new byte[50]],
        ["gif with script"] = "GIF89a/*\x01\x00*/=1;alert(1)"u8.ToArray(),
        ["png"] = [0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[60]],
        ["jpeg"] = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[60]],
        ["pdf and zip"] = [.. "%PDF-1.7\n"u8, .. Good],
        ["pdf with script"] = "%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"u8.ToArray(),
        ["html"] = "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(),
        ["html after blanks"] = "   \n\t<html><body onload=alert(1)>"u8.ToArray(),
        ["svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(),
        ["xml bomb"] = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"{new string('a', 100)}\"><!ENTITY b \"{string.Concat(Enumerable.Repeat("&a;", 100))}\">]><l>&b;</l>"),
        ["external entity"] = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"u8.ToArray(),
        ["script"] = "#!/bin/sh\nrm -rf /\n"u8.ToArray(),
        ["power shell"] = "powershell -enc SQBFAFgA\n"u8.ToArray(),
        ["razor"] = "@page\n@{ System.IO.File.Delete(\"x\"); }\n"u8.ToArray(),
        ["aspx"] = "<%@ Page Language=\"C#\" %><% Response.Write(1); %>"u8.ToArray(),
        ["php"] = "<?php system($_GET['c']); ?>"u8.ToArray(),
        ["gzip"] = Packed(new byte[1000]),
        ["7z"] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, .. new byte[60]],
        ["rar"] = [.. "Rar!\x1a\x07\x01\x00"u8, .. new byte[60]],
        ["tar"] = [.. "../../etc/cron.d/x"u8, .. new byte[239], .. "ustar"u8, .. new byte[250]],
        ["eicar"] = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
        ["nothing"] = [],
        ["one byte"] = [0],
        ["zeros"] = new byte[5000],
        ["ones"] = [.. Enumerable.Repeat((byte)0xFF, 5000)],
        ["byte order mark alone"] = [0xEF, 0xBB, 0xBF],
        ["utf-7"] = "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"u8.ToArray(),
        ["json of types"] = "{\"$type\":\"System.Diagnostics.Process, System\",\"title\":{\"$ref\":\"#\"}}"u8.ToArray(),
        ["deep json"] = Encoding.ASCII.GetBytes("{\"title\":" + new string('[', 5000)),
        ["binary formatter"] = [0, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, .. new byte[60]],
        ["old word with macros"] = OleBuilder.Of("Macros", new byte[600]),
        ["zip of nothing"] = "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8.ToArray(),
        ["zip header alone"] = "PK\x03\x04"u8.ToArray(),
        ["jar"] = new ZipBuilder().Part("META-INF/MANIFEST.MF", "Main-Class: X").Part("X.class", "x").Build(),
        ["zip in zip"] = new ZipBuilder().Part("inner.xlsx", Good).Build(),
        ["zip slip"] = new ZipBuilder().Part("../../../../tmp/portal-evil", "x").Build(),
        ["web archive"] = "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>"u8.ToArray(),
        ["shortcut"] = [0x4C, 0, 0, 0, 1, 0x14, 2, 0, .. new byte[60]],
        ["certificate"] = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"u8.ToArray()
    };

    /// <summary>Workbooks with something in them that has no business there.</summary>
    private static readonly Dictionary<string, byte[]> Poisoned = new()
    {
        ["entity in the sheet"] = ZipBuilder.Workbook(ZipBuilder.Row("&e;"), "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/x\">]>").Build(),
        ["entity in the workbook"] = ZipBuilder.Workbook(Sheet).Part("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY % e SYSTEM \"http://127.0.0.1:9/x\">%e;]><workbook/>").Build(),
        ["entity in relations"] = ZipBuilder.Workbook(Sheet).Part("_rels/.rels", "<!DOCTYPE x [<!ENTITY e \"e\">]><Relationships/>").Build(),
        ["laughing"] = ZipBuilder.Workbook(ZipBuilder.Row("&b;"), "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>").Build(),
        ["bomb in the sheet"] = ZipBuilder.Workbook(Sheet).Part("xl/worksheets/sheet1.xml", new byte[6 << 20]).Build(),
        ["bomb beside it"] = ZipBuilder.Workbook(Sheet).Part("xl/media/a.png", new byte[6 << 20]).Build(),
        ["bomb of strings"] = ZipBuilder.Workbook(Sheet).Part("xl/sharedStrings.xml", new byte[6 << 20]).Build(),
        ["too many parts"] = Enumerable.Range(0, 2100).Aggregate(ZipBuilder.Workbook(Sheet), (zip, n) => zip.Part($"a{n}", "")).Build(),
        ["sheet outside"] = ZipBuilder.Workbook(Sheet).Part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"s\" Type=\"http://x/relationships/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>").Build(),
        ["sheet elsewhere"] = ZipBuilder.Workbook(Sheet).Part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"s\" TargetMode=\"External\" Type=\"http://x/relationships/worksheet\" Target=\"http://127.0.0.1:9/s.xml\"/></Relationships>").Build(),
        ["sheet by file"] = ZipBuilder.Workbook(Sheet).Part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"s\" Type=\"http://x/relationships/worksheet\" Target=\"file:///etc/passwd\"/></Relationships>").Build(),
        ["workbook in a circle"] = ZipBuilder.Workbook(Sheet).Part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"s\" Type=\"http://x/relationships/worksheet\" Target=\"workbook.xml\"/></Relationships>").Build(),
        ["no sheet"] = ZipBuilder.Workbook(Sheet).Part("xl/workbook.xml", "<workbook/>").Build(),
        ["half"] = Good[..(Good.Length / 2)],
        ["directory cut"] = Good[..^20],
        ["garbage inside"] = [.. Good[..100], .. new byte[100], .. Good[200..]],
        ["row beyond all"] = ZipBuilder.Workbook("<row r=\"999999999999\"><c r=\"A999999999999\"><v>1</v></c></row>").Build(),
        ["column beyond all"] = ZipBuilder.Workbook("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>").Build(),
        ["negative string"] = ZipBuilder.Workbook("<row><c t=\"s\"><v>-1</v></c></row>").Build(),
        ["string beyond all"] = ZipBuilder.Workbook("<row><c t=\"s\"><v>2147483648</v></c></row>").Build(),
        ["never closed"] = ZipBuilder.Workbook("<row><c><is><t>").Build(),
        ["deep"] = ZipBuilder.Workbook(string.Concat(Enumerable.Repeat("<a>", 3000))).Build()
    };

    /// <summary>A good list that carries more than it says: what is carried is not run, fetched or kept.</summary>
    private static readonly Dictionary<string, byte[]> Carrying = new()
    {
        ["macros"] = ZipBuilder.Workbook(Sheet).Part("xl/vbaProject.bin", new byte[500]).Build(),
        ["an object"] = ZipBuilder.Workbook(Sheet).Part("xl/embeddings/oleObject1.bin", "MZ").Build(),
        ["a part outside"] = ZipBuilder.Workbook(Sheet).Part("../../../../tmp/portal-evil", "x").Build(),
        ["a program at the end"] = [.. Good, .. "MZ"u8, 0, 0],
        ["a connection"] = ZipBuilder.Workbook(Sheet).Part("xl/connections.xml", "<connections><connection><webPr url=\"http://127.0.0.1:9\"/></connection></connections>").Build(),
        ["a formula"] = ZipBuilder.Workbook(ZipBuilder.Row("场景名称", "场景简介") + "<row><c t=\"str\"><f>cmd|'/C calc'!A0</f><v>一</v></c><c t=\"inlineStr\"><is><t>甲</t></is></c></row>").Build()
    };

    public static TheoryData<string> DisguisedNames => [.. Disguised.Keys];

    public static TheoryData<string> PoisonedNames => [.. Poisoned.Keys];

    public static TheoryData<string> CarryingNames => [.. Carrying.Keys];

    [Fact]
    public void There_are_more_than_sixty() => Assert.True(Disguised.Count + Poisoned.Count + Carrying.Count >= 60, $"{Disguised.Count + Poisoned.Count + Carrying.Count}");

    [Theory]
    [MemberData(nameof(DisguisedNames))]
    public async Task What_is_no_list_is_refused_under_every_name(string what)
    {
        foreach (var name in (string[])["清单.xlsx", "清单.xls", "清单.csv", "清单.jsonl", "../../x.xlsx", "C:\\x.xlsx", "CON", "a\0b.xlsx", "a.php;.xlsx", ""])
        {
            try
            {
                var outcome = await Sent.NeedsAsync(Disguised[what], name);

                // A line of a jsonl file is refused by itself.
                Assert.True(outcome.Rows.Count == 0 && outcome.Refusals.Count > 0, $"{what} as “{name}” was read");
            }
            catch (UnreadableFileException refusal)
            {
                Assert.NotEmpty(refusal.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(PoisonedNames))]
    public async Task A_poisoned_workbook_is_refused(string what) => Assert.NotEmpty(await Sent.RefusalOfAsync(Poisoned[what]));

    [Theory]
    [MemberData(nameof(CarryingNames))]
    public async Task Of_a_workbook_that_carries_more_only_the_cells_are_read(string what)
    {
        try
        {
            var row = Assert.Single((await Sent.NeedsAsync(Carrying[what])).Rows);

            Assert.Equal(("一", "甲"), (row.Title, row.Description));
        }
        catch (UnreadableFileException refusal)
        {
            Assert.NotEmpty(refusal.Message);
        }

        Assert.False(File.Exists("/tmp/portal-evil"));
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
