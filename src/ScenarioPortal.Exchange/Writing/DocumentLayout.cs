using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ScenarioPortal.Exchange.Writing.Office;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>The page, the table and its rows, in twentieths of a point.</summary>
internal static class DocumentLayout
{
    private const int PageLength = 16838;
    private const int PageWidth = 11906;
    private const int Margin = 1134;
    private const int SideMargin = 1020;

    public static Paragraph Line(string text, string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), RunOf(text));

    public static TableProperties TableLook() => new(
        new TableWidth { Width = Twips(PageLength - (2 * SideMargin)), Type = TableWidthUnitValues.Dxa },
        new TableBorders(
            Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>(), Edge<InsideHorizontalBorder>(), Edge<InsideVerticalBorder>()),
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(
            new TopMargin { Width = "57", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = "57", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa }));

    public static TableGrid Grid(ReleaseHead head) => new(WidthsOf(head).Select(w => new GridColumn { Width = Twips(w) }));

    public static TableRow Headings(ReleaseHead head) =>
        RowOf(head, head.Columns.Select(c => c.Heading), _ => DocumentStyles.Heading, new CantSplit(), new TableHeader());

    public static TableRow RowOf(ReleaseHead head, ReleaseRow row) =>
        RowOf(head, head.CellsOf(row), column => column is ReleaseColumn.Title ? DocumentStyles.Name : DocumentStyles.Cell, new CantSplit());

    public static SectionProperties Page(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = PageLength, Height = PageWidth, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = Margin, Bottom = Margin, Left = SideMargin, Right = SideMargin, Header = 567, Footer = 567, Gutter = 0 });

    /// <summary>— 1 —, as official documents number their pages.</summary>
    public static Footer PageNumber() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = DocumentStyles.Foot }),
        RunOf("— "), new SimpleField(RunOf("1")) { Instruction = "PAGE" }, RunOf(" —")));

    private static TableRow RowOf(ReleaseHead head, IEnumerable<string> cells, Func<ReleaseColumn, string> styleOf, params OpenXmlElement[] look) => new(
        [
            new TableRowProperties(look),
            .. cells.Zip(head.Columns, WidthsOf(head)).Select(c => new TableCell(
                new TableCellProperties(new TableCellWidth { Width = Twips(c.Third), Type = TableWidthUnitValues.Dxa }), Line(c.First, styleOf(c.Second.Column))))
        ]);

    private static Run RunOf(string text)
    {
        var run = new Run();
        foreach (var line in PlainText.Of(text).Split('\n'))
        {
            if (run.HasChildren)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static T Edge<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

    /// <summary>The summary takes what the other columns leave.</summary>
    private static IEnumerable<int> WidthsOf(ReleaseHead head)
    {
        var rest = PageLength - (2 * SideMargin) - head.Columns.Sum(c => WidthOf(c.Column));
        return head.Columns.Select(c => c.Column is ReleaseColumn.Summary ? rest : WidthOf(c.Column));
    }

    private static int WidthOf(ReleaseColumn column) => column switch
    {
        ReleaseColumn.Number => 1760,
        ReleaseColumn.Title => 2200,
        ReleaseColumn.Summary => 0,
        ReleaseColumn.Organisation or ReleaseColumn.Partner => 1700,
        ReleaseColumn.Budget => 1400,
        ReleaseColumn.Trl => 1000,
        ReleaseColumn.Certificates => 1900,
        ReleaseColumn.Results => 2600,
        _ => 1340
    };

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);
}
