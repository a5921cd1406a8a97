using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class ReleaseWorkbookTests
{
    private const int RowsAbove = 4;

    [Theory]
    [InlineData(ListKind.Opportunities)]
    [InlineData(ListKind.Capabilities)]
    public async Task A_workbook_is_valid_and_holds_title_notes_hash_headings_and_rows(ListKind kind)
    {
        var rows = kind is ListKind.Opportunities ? Annex.Needs : Annex.Offers;
        var head = Annex.HeadOf(kind);

        using var workbook = Open(await Annex.WriteAsync("xlsx", kind, rows));

        Assert.Empty(new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var texts = RowsOf(workbook).Select(r => r.Elements<Cell>().Select(c => c.InnerText.Replace("_x005F", "", StringComparison.Ordinal)).ToArray()).ToList();
        Assert.Equal([head.Title], texts[0]);
        Assert.Equal(["发布单位：示范市发展和改革委员会　　发布日期：2026年3月9日　　共 3 条机会"], texts[1]);
        Assert.Equal([head.Proof], texts[2]);
        Assert.Equal(head.Columns.Select(c => c.Heading), texts[3]);
        Assert.Equal(rows.Select(r => Annex.CellsOf(kind, r)), texts.Skip(RowsAbove));
    }

    [Fact]
    public async Task A_workbook_prints_across_on_A4_with_its_headings_on_every_numbered_page()
    {
        using var workbook = Open(await Annex.WriteAsync("xlsx", ListKind.Opportunities, Annex.Needs));

        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var page = sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((9u, OrientationValues.Landscape, 1u, 0u), (page.PaperSize!.Value, page.Orientation!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value));
        Assert.Equal("'机会清单'!$4:$4", workbook.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text);
        Assert.Contains("&P", sheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text, StringComparison.Ordinal);
        Assert.Equal(8, sheet.GetFirstChild<Columns>()!.Elements<Column>().Count(c => c.Width!.Value >= 10));
        Assert.All(RowsOf(workbook).Skip(RowsAbove).SelectMany(r => r.Elements<Cell>()), cell => Assert.True(FormatOf(workbook, cell).Alignment!.WrapText!.Value));
    }

    [Fact]
    public async Task What_looks_like_a_formula_is_text_and_stays_text_when_edited()
    {
        var row = Annex.Row(1, new() { Title = "=1+1", Summary = "夜间巡查", Organisation = "　@SUM(A1)" });

        using var workbook = Open(await Annex.WriteAsync("xlsx", ListKind.Capabilities, row));

        var cells = RowsOf(workbook).Last().Elements<Cell>().ToArray();
        Assert.Empty(workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
        Assert.All(cells, cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        Assert.Equal([false, true, false, true, false, false, false, false], cells.Select(c => FormatOf(workbook, c).QuotePrefix?.Value is true));
    }

    [Fact]
    public async Task Characters_that_no_workbook_can_hold_are_left_out()
    {
        var row = Annex.Row(1, new() { Title = "夜\u0001间\uFFFF", Summary = "半个\ud83d字\r\n下一行", Organisation = "甲" });

        using var workbook = Open(await Annex.WriteAsync("xlsx", ListKind.Capabilities, row));

        Assert.Equal(["夜间", "半个\uFFFD字\n下一行"], RowsOf(workbook).Last().Elements<Cell>().Skip(1).Take(2).Select(c => c.InnerText));
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    private static IEnumerable<Row> RowsOf(SpreadsheetDocument workbook) => workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>();

    private static CellFormat FormatOf(SpreadsheetDocument workbook, Cell cell) =>
        (CellFormat)workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);
}
