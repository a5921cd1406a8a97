using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Workbooks;
using ScenarioPortal.Exchange.Writing.Office;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>Where everything stands on the sheet of a released list.</summary>
internal static class WorkbookLayout
{
    private const uint A4 = 9;
    private const double TitleHeight = 36;
    private const double HeadingHeight = 24;
    private const double LineHeight = 15;
    private const double TallestRow = 409;

    /// <summary>Title, notes, what the reviewers say where they say something, and hash stand above it.</summary>
    public static uint HeadingRowOf(ReleaseHead head) => head.CoverNote is null ? 4u : 5u;

    public static IEnumerable<OpenXmlElement> BeforeRows(ReleaseHead head) =>
    [
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView(
            new Pane { VerticalSplit = HeadingRowOf(head), TopLeftCell = $"A{HeadingRowOf(head) + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = $"A{HeadingRowOf(head) + 1}", SequenceOfReferences = new([$"A{HeadingRowOf(head) + 1}"]) })
        {
            WorkbookViewId = 0, ShowGridLines = false
        }),
        new SheetFormatProperties { DefaultRowHeight = 15 },
        new Columns(head.Columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = WidthOf(column.Column), CustomWidth = true }))
    ];

    public static IEnumerable<Row> FirstRows(ReleaseHead head)
    {
        var heading = HeadingRowOf(head);
        return
        [
            Lone(1, head.Title, WorkbookStyles.Title, TitleHeight),
            Lone(2, head.Note, WorkbookStyles.Note),
            .. head.CoverNote is { } cover ? new[] { Lone(3, cover, WorkbookStyles.Cover, HeightOf(cover, head)) } : [],
            Lone(heading - 1, head.Proof, WorkbookStyles.Proof),
            new Row(head.Columns.Select((column, at) => CellOf(at, heading, column.Heading, WorkbookStyles.Heading))) { RowIndex = heading, Height = HeadingHeight, CustomHeight = true }
        ];
    }

    /// <summary>Text is text, and what looks like a formula is marked as typed with an apostrophe: it is not computed, not even when somebody edits it.</summary>
    public static Row RowOf(uint number, IEnumerable<string> cells) =>
        new(cells.Select((text, at) => CellOf(at, number, text, CellGuard.Text(text) == text ? WorkbookStyles.Text : WorkbookStyles.QuotedText))) { RowIndex = number };

    public static IEnumerable<OpenXmlElement> AfterRows(ReleaseHead head, uint lastRow)
    {
        var (last, heading) = (ColumnLetter.Of(head.Columns.Count), HeadingRowOf(head));
        return
        [
            new AutoFilter { Reference = $"A{heading}:{last}{lastRow}" },
            new MergeCells(Enumerable.Range(1, (int)heading - 1).Select(row => new MergeCell { Reference = string.Create(CultureInfo.InvariantCulture, $"A{row}:{last}{row}") })),
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.35 },
            new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C— &P —"))
        ];
    }

    /// <summary>Merged cells do not grow with their text: as many lines as it takes, a Chinese character being two digits wide.</summary>
    private static double HeightOf(string text, ReleaseHead head)
    {
        var width = head.Columns.Sum(c => WidthOf(c.Column));
        return Math.Min(TallestRow, LineHeight * (1 + text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Length * 2 / width)))));
    }

    private static Row Lone(uint number, string text, uint style, double? height = null) =>
        new(CellOf(0, number, text, style)) { RowIndex = number, Height = height, CustomHeight = height is null ? null : true };

    private static Cell CellOf(int at, uint row, string text, uint style) =>
        new(new InlineString(new Text(EscapedText.Encode(PlainText.Of(text))) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = string.Create(CultureInfo.InvariantCulture, $"{ColumnLetter.Of(at + 1)}{row}"),
            StyleIndex = style,
            DataType = CellValues.InlineString
        };

    /// <summary>In digits; together they fill a sheet of A4 across with letters of almost full size.</summary>
    private static double WidthOf(ReleaseColumn column) => column switch
    {
        ReleaseColumn.Number => 17,
        ReleaseColumn.Title => 24,
        ReleaseColumn.Summary => 46,
        ReleaseColumn.Organisation or ReleaseColumn.Partner => 20,
        ReleaseColumn.Certificates or ReleaseColumn.Results => 22,
        ReleaseColumn.Field or ReleaseColumn.Budget => 14,
        ReleaseColumn.Region or ReleaseColumn.Deadline => 13,
        _ => 10
    };
}
