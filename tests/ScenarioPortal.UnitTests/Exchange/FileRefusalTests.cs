using System.Text;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class FileRefusalTests
{
    private static readonly object?[] Header = ["场景名称", "场景简介"];

    public static TheoryData<string, byte[]> NotSpreadsheets => new()
    {
        { "a picture", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13] },
        { "a PDF", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj") },
        { "another zip", new ZipBuilder().Part("readme.txt", "你好").Build() },
        { "a Word document", new ZipBuilder().Part("_rels/.rels", """<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>""").Part("word/document.xml", "<document/>").Build() },
        { "an old Word document", OleBuilder.Of("WordDocument", new byte[100]) }
    };

    public static TheoryData<string, byte[]> OtherFormats => new()
    {
        { "网页", Encoding.UTF8.GetBytes("<html><body><table><tr><td>场景名称</td></tr></table>") },
        { "XML", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>") },
        { "ODS", new ZipBuilder().Part("mimetype", "application/vnd.oasis.opendocument.spreadsheet").Part("content.xml", "<x/>").Build() },
        { "XLSB", new ZipBuilder().Part("_rels/.rels", """<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>""").Part("xl/workbook.bin", "x").Build() }
    };

    [Theory]
    [MemberData(nameof(NotSpreadsheets))]
    public async Task What_is_no_spreadsheet_is_refused(string what, byte[] file) =>
        Assert.True(await Sent.RefusalOfAsync(file) == FileRefusals.NotASpreadsheet, what);

    [Theory]
    [MemberData(nameof(OtherFormats))]
    public async Task Other_spreadsheet_formats_are_named(string name, byte[] file)
    {
        var refusal = await Assert.ThrowsAsync<UnreadableFileException>(() => Sent.NeedsAsync(file));

        Assert.Equal(FileRefusals.OtherFormat, refusal.Reason.Template);
        Assert.Contains(name, refusal.Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_workbook_is_refused_as_such()
    {
        Assert.Equal(FileRefusals.Encrypted, await Sent.RefusalOfAsync(OleBuilder.Of("EncryptedPackage", new byte[5000])));
        Assert.Equal(FileRefusals.Encrypted, await Sent.RefusalOfAsync(XlsBuilder.Locked(), "清单.xls"));
    }

    [Fact]
    public async Task A_damaged_workbook_is_refused_as_such()
    {
        var whole = WorkbookBuilder.Of(Header, ["一", "甲"]);

        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(whole[..(whole.Length / 2)]));
        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(ZipBuilder.Workbook("<row><c><v>1</v></row>").Build()));
        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(ZipBuilder.Workbook("<row><c t=\"s\"><v>7</v></c></row>").Build()));
        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(OleBuilder.Of("Workbook", Encoding.ASCII.GetBytes("nothing of the kind"))));
    }

    [Fact]
    public async Task An_empty_file_is_refused_as_such()
    {
        Assert.Equal(FileRefusals.Empty, await Sent.RefusalOfAsync([]));
        Assert.Equal(FileRefusals.Empty, await Sent.RefusalOfAsync(" \n\n", "清单.csv"));
        Assert.Equal(FileRefusals.Empty, await Sent.RefusalOfAsync(WorkbookBuilder.Of([])));
        Assert.Equal(FileRefusals.NoRows, await Sent.RefusalOfAsync(WorkbookBuilder.Of(Header)));
    }

    [Fact]
    public async Task A_table_without_a_known_header_is_refused_with_an_example()
    {
        var refusal = await Assert.ThrowsAsync<UnreadableFileException>(() => Sent.NeedsAsync("姓名,年龄\n张三,30"));

        Assert.Equal("没有找到认得的表头。表头应在前 20 行内，至少有名称或简介等两列，例如“应用场景名称”“场景简介”。", refusal.Message);
    }

    [Fact]
    public async Task A_list_of_the_other_kind_is_refused_as_a_whole()
    {
        var offers = await Assert.ThrowsAsync<UnreadableFileException>(() => Sent.NeedsAsync("产品名称,企业名称,能力概述,创新亮点\n船,示例有限公司,打捞,快"));
        var needs = await Assert.ThrowsAsync<UnreadableFileException>(() => Sent.OffersAsync("应用场景名称,场景简介,牵头部门\n一,甲,市水务局"));

        Assert.StartsWith("这张表看起来是能力清单", offers.Message, StringComparison.Ordinal);
        Assert.StartsWith("这张表看起来是机会清单", needs.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_of_anything_is_refused()
    {
        var file = new WorkbookBuilder().Sheet("一", [Header, ["一", "甲"], ["二", "乙"]]).Sheet("二", [Header, ["三", "丙"]]).Build();

        Assert.Equal(FileRefusals.TooManyRows, await Sent.RefusalOfAsync(file, options: With(new() { Rows = 2 })));
        Assert.Equal(FileRefusals.TooManyColumns, await Sent.RefusalOfAsync(file, options: With(new() { Columns = 1 })));
        Assert.Equal(FileRefusals.TooManyColumns, await Sent.RefusalOfAsync("场景名称,场景简介\n一,甲", options: With(new() { Columns = 1 })));
        Assert.Equal(FileRefusals.TooManySheets, await Sent.RefusalOfAsync(file, options: With(new() { Sheets = 1 })));
        Assert.Equal(FileRefusals.TooBig, await Sent.RefusalOfAsync(file, options: With(new() { FileBytes = 100 })));
        Assert.Equal(3, (await Sent.NeedsAsync(file, options: With(new() { Rows = 3, Columns = 2, Sheets = 2 }))).Rows.Count);
    }

    private static ReadOptions With(ReadLimits limits) => new() { Limits = limits };
}
