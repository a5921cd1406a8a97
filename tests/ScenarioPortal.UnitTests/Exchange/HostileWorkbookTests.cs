using System.Buffers.Binary;
using System.Text;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Exchange.Reading.Workbooks;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class HostileWorkbookTests
{
    private static readonly string List = ZipBuilder.Row("场景名称", "场景简介") + ZipBuilder.Row("一", "甲");

    [Fact]
    public async Task A_small_file_that_declares_a_huge_part_is_refused()
    {
        var bomb = ZipBuilder.Workbook(List).Part("xl/media/image1.bmp", new byte[8 << 20]).Build();

        Assert.InRange(bomb.Length, 1, 100_000);
        Assert.Equal(FileRefusals.Bomb, await Sent.RefusalOfAsync(bomb));
    }

    [Fact]
    public async Task Sizes_are_limited_for_each_part_and_for_all()
    {
        var file = ZipBuilder.Workbook(List).Part("a", new byte[3_000]).Part("b", new byte[3_000]).Build();

        Assert.Equal(FileRefusals.Bomb, await Sent.RefusalOfAsync(file, options: With(new() { PartBytes = 2_000 })));
        Assert.Equal(FileRefusals.Bomb, await Sent.RefusalOfAsync(file, options: With(new() { TotalBytes = 5_000 })));
        Assert.Single((await Sent.NeedsAsync(file, options: With(new() { PartBytes = 3_000, TotalBytes = 8_000 }))).Rows);
    }

    [Fact]
    public async Task Entries_are_counted_not_believed()
    {
        var file = ZipBuilder.Workbook(List).Build();
        var end = file.AsSpan().LastIndexOf("PK\x05\x06"u8);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(end + 8), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(end + 10), 1);

        Assert.Equal(FileRefusals.Bomb, await Sent.RefusalOfAsync(file, options: With(new() { Entries = 3 })));
    }

    [Fact]
    public void What_comes_out_is_counted_whatever_was_declared()
    {
        using var part = new PartStream(new MemoryStream(new byte[5_000]), maxBytes: 4_000, new(long.MaxValue, CancellationToken.None));
        using var shared = new PartStream(new MemoryStream(new byte[5_000]), maxBytes: long.MaxValue, new(4_000, CancellationToken.None));

        Assert.Throws<UnreadableFileException>(() => part.CopyTo(Stream.Null));
        Assert.Throws<UnreadableFileException>(() => shared.CopyTo(Stream.Null));
    }

    [Fact]
    public async Task A_part_that_declares_less_than_it_holds_is_refused()
    {
        var file = ZipBuilder.Workbook(List).Build();
        var entry = file.AsSpan().LastIndexOf("xl/worksheets/sheet1.xml"u8) - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(entry + 24), 60);

        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(file));
    }

    [Fact]
    public async Task Too_many_shared_strings_are_refused() =>
        Assert.Equal(FileRefusals.Bomb, await Sent.RefusalOfAsync(WorkbookBuilder.Of(["场景名称", "场景简介"], ["一", "甲"]), options: With(new() { SharedStringsBytes = 50 })));

    [Fact]
    public async Task A_document_type_is_prohibited()
    {
        var file = ZipBuilder.Workbook(ZipBuilder.Row("&a;"), """<!DOCTYPE x [<!ENTITY a "aaaa">]>""").Build();

        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(file));
    }

    [Fact]
    public async Task Xml_that_would_fill_the_memory_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100)) + List;
        var names = string.Concat(Enumerable.Range(0, 11_000).Select(number => $"<n{number}/>"));
        var longText = new string('x', (1 << 20) + 20_000);

        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(ZipBuilder.Workbook(deep).Build()));
        Assert.Equal(FileRefusals.Bomb, await Sent.RefusalOfAsync(ZipBuilder.Workbook(names).Build()));
        Assert.Equal(FileRefusals.Bomb, await Sent.RefusalOfAsync(ZipBuilder.Workbook($"<row r=\"{longText}\"/>").Build()));
        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(ZipBuilder.Workbook("<row><c t=\"inlineStr\"><is><t><![CDATA[x]]></t></is></c></row>").Build()));
    }

    [Fact]
    public async Task A_part_in_another_encoding_is_refused()
    {
        var sheet = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"<worksheet><sheetData>{List}</sheetData></worksheet>"));

        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(ZipBuilder.Workbook(List).Part("xl/worksheets/sheet1.xml", [.. sheet]).Build()));
    }

    [Fact]
    public async Task One_long_text_in_very_many_cells_is_refused()
    {
        var repeated = new WorkbookBuilder().Sheet("一", [["场景名称", "场景简介"], .. Enumerable.Repeat<object?[]>(["一", new string('长', 100)], 20)]).Build();

        Assert.Equal(FileRefusals.Bomb, await Sent.RefusalOfAsync(repeated, options: With(new() { TextLength = 2_000 })));
        Assert.Equal(20, (await Sent.NeedsAsync(repeated, options: With(new() { TextLength = 2_100 }))).Rows.Count);
    }

    [Fact]
    public async Task A_cell_longer_than_any_is_refused()
    {
        var inline = ZipBuilder.Workbook(List + ZipBuilder.Row("二", new string('长', 101))).Build();
        var shared = WorkbookBuilder.Of(["场景名称", "场景简介"], ["一", new string('长', 101)]);

        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(inline, options: With(new() { CellLength = 100 })));
        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(shared, options: With(new() { CellLength = 100 })));
    }

    [Fact]
    public async Task Rows_cells_and_merged_ranges_that_contradict_each_other_are_refused()
    {
        var rows = List + "<row r=\"2\"><c><v>1</v></c></row>";
        var cells = "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>";
        var ranges = string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:B9\"/>", 501));

        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(ZipBuilder.Workbook(rows).Build()));
        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(ZipBuilder.Workbook(cells).Build()));
        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(ZipBuilder.Workbook($"{List}</sheetData><mergeCells>{ranges}</mergeCells><sheetData>").Build()));
    }

    [Fact]
    public async Task An_old_workbook_that_declares_tables_beyond_its_end_is_refused()
    {
        var file = XlsBuilder.Of([["场景名称", "场景简介"], ["一", "甲"]]);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(72), int.MaxValue);

        Assert.Equal(FileRefusals.Corrupt, await Sent.RefusalOfAsync(file, "清单.xls"));
    }

    [Fact]
    public async Task Cells_without_references_stand_in_their_order()
    {
        var outcome = await Sent.NeedsAsync(ZipBuilder.Workbook(List).Build());

        Assert.Equal(("需求", 2, "一", "甲"), (outcome.Rows[0].Origin.Sheet, outcome.Rows[0].Origin.Row, outcome.Rows[0].Title, outcome.Rows[0].Description));
    }

    private static ReadOptions With(ReadLimits limits) => new() { Limits = limits };
}
