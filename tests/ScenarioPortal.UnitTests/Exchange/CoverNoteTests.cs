using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Writing;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;
using Words = DocumentFormat.OpenXml.Wordprocessing;

namespace ScenarioPortal.UnitTests.Exchange;

/// <summary>What reviewers say above a list stands in the files that people read, and leaves its rows as they are.</summary>
public sealed class CoverNoteTests
{
    private const string Note = "=请各单位于 3 月 20 日前报名。\n联系人见附表。";

    [Fact]
    public async Task It_stands_in_a_workbook_between_notes_and_hash_and_the_headings_move_down()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await WriteAsync("xlsx", Note)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var rows = sheet.GetFirstChild<SheetData>()!.Elements<Row>().ToArray();
        Assert.Equal(Note, rows[2].InnerText);
        Assert.Equal(CellValues.InlineString, rows[2].Elements<Cell>().Single().DataType!.Value);
        Assert.Equal("编号", rows[4].Elements<Cell>().First().InnerText);
        Assert.True(rows[2].Height!.Value > 30);
        Assert.Equal("'机会清单'!$5:$5", workbook.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text);
        Assert.Equal(5d, sheet.Descendants<Pane>().Single().VerticalSplit!.Value);
        Assert.Equal(["A1:H1", "A2:H2", "A3:H3", "A4:H4"], sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value));
        Assert.Equal(Rows.Select(r => Annex.CellsOf(ListKind.Opportunities, r)), rows.Skip(5).Select(r => r.Elements<Cell>().Select(c => c.InnerText)));
    }

    [Fact]
    public async Task It_stands_in_a_document_above_the_table_line_by_line()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await WriteAsync("docx", Note)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        var above = body.Elements().TakeWhile(e => e is not Words.Table).OfType<Words.Paragraph>().Last();
        Assert.Equal(Note.Split('\n'), above.Descendants<Words.Text>().Select(t => t.Text));
        Assert.Single(above.Descendants<Words.Break>());
        Assert.Equal(Rows.Select(r => Annex.CellsOf(ListKind.Opportunities, r)), body.Descendants<Words.TableRow>().Skip(1).Select(r => r.Elements<Words.TableCell>().Select(c => c.InnerText)));
    }

    [Fact]
    public async Task A_workbook_with_a_note_is_read_back_row_for_row()
    {
        var read = await Sent.NeedsAsync(await WriteAsync("xlsx", Note), "清单.xlsx");

        Assert.Empty(read.Refusals);
        Assert.Empty(read.Remarks);
        Assert.Equal(Rows.Select(n => (n.Number, n.Content.Title)), read.Rows.Select(r => (r.ExternalId!, r.Title)));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task Files_for_programs_are_the_same_with_and_without_it(string format) =>
        Assert.Equal(Encoding.UTF8.GetString(await WriteAsync(format, null)), Encoding.UTF8.GetString(await WriteAsync(format, Note)));

    /// <summary>Plain rows: how single characters are escaped is another test's.</summary>
    private static IReadOnlyList<ReleaseRow> Rows { get; } = [Annex.Needs[2]];

    private static async Task<byte[]> WriteAsync(string format, string? note)
    {
        var target = new ServerStream();
        await ReleaseFormats.Find(format)!.WriteAsync(Annex.HeadOf(ListKind.Opportunities) with { CoverNote = note }, Rows.ToAsyncEnumerable(), target, TestContext.Current.CancellationToken);
        return target.Taken;
    }
}
