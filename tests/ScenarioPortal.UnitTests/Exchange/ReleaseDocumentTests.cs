using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class ReleaseDocumentTests
{
    [Theory]
    [InlineData(ListKind.Opportunities)]
    [InlineData(ListKind.Capabilities)]
    public async Task A_document_is_valid_and_holds_the_rows_of_the_list(ListKind kind)
    {
        var rows = kind is ListKind.Opportunities ? Annex.Needs : Annex.Offers;
        var head = Annex.HeadOf(kind);

        using var document = Open(await Annex.WriteAsync("docx", kind, rows));

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var table = BodyOf(document).Elements<Table>().Single();
        var texts = table.Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(TextOf).ToArray()).ToList();
        Assert.Equal(head.Columns.Select(c => c.Heading), texts[0]);
        Assert.Equal(rows.Select(r => Annex.CellsOf(kind, r)), texts.Skip(1));
    }

    [Fact]
    public async Task A_document_looks_like_an_annex()
    {
        using var document = Open(await Annex.WriteAsync("docx", ListKind.Opportunities, Annex.Needs));

        var body = BodyOf(document);
        var lines = body.Elements<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Equal(["附件", "2026年第一批场景清单", "发布单位：示范市发展和改革委员会　　发布日期：2026年3月9日　　共 3 条机会", $"内容校验值（SHA-256）：{new string('a', 64)}"], lines);
        var page = body.Elements<SectionProperties>().Single().GetFirstChild<PageSize>()!;
        Assert.Equal((16838u, 11906u, PageOrientationValues.Landscape), (page.Width!.Value, page.Height!.Value, page.Orient!.Value));
        var footer = Assert.Single(document.MainDocumentPart!.FooterParts).Footer!;
        Assert.Equal("PAGE", footer.Descendants<SimpleField>().Single().Instruction!.Value);
    }

    [Fact]
    public async Task Headings_are_repeated_on_each_page_and_no_row_is_torn()
    {
        using var document = Open(await Annex.WriteAsync("docx", ListKind.Opportunities, Annex.Needs));

        var rows = BodyOf(document).Descendants<TableRow>().ToList();
        Assert.Equal([true, false, false, false], rows.Select(r => r.TableRowProperties!.Elements<TableHeader>().Any()));
        Assert.All(rows, row => Assert.Single(row.TableRowProperties!.Elements<CantSplit>()));
    }

    [Fact]
    public async Task Typefaces_of_official_documents_are_named_with_what_stands_in_for_them()
    {
        using var document = Open(await Annex.WriteAsync("docx", ListKind.Opportunities, Annex.Needs));

        var used = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().Select(f => f.EastAsia!.Value).ToHashSet();
        var known = document.MainDocumentPart.FontTablePart!.Fonts!.Elements<Font>().Where(f => f.AltName is not null).Select(f => f.Name!.Value).ToHashSet();
        Assert.Equal(["仿宋", "方正小标宋简体", "黑体"], used.Order(StringComparer.Ordinal));
        Assert.Superset(used, known);
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static Body BodyOf(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!;

    private static string TextOf(TableCell cell) => string.Concat(cell.Descendants<Run>().SelectMany(r => r.ChildElements).Select(e => e is Break ? "\n" : e.InnerText));
}
