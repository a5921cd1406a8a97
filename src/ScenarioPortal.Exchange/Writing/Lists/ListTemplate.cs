using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Writing.Office;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>
/// An empty list to fill in: headings with notes that show when a cell is entered, words to pick from, a second sheet that explains each column,
/// and a hidden one with the words. There is no example row that somebody might leave in.
/// </summary>
public static class ListTemplate
{
    private const int LastRow = 5_000;
    private const int TitleMax = 32;
    private const int PromptMax = 255;
    private const string WordsName = "可选内容";

    /// <param name="name">What the list's sheet is called.</param>
    /// <param name="columns">From the left.</param>
    /// <param name="target">Where the workbook goes; it is left open.</param>
    /// <param name="cancellation">Stops writing.</param>
    public static async Task WriteAsync(string name, IReadOnlyList<TemplateColumn> columns, Stream target, CancellationToken cancellation)
    {
        var (list, notes, words) = (ListParts.Sheet(1), ListParts.Sheet(2), ListParts.Sheet(3));
        await using var package = new OfficePackage(target, DateTimeOffset.UnixEpoch.AddYears(50), cancellation);
        package.WriteFrame([ListParts.Workbook, ListParts.Styles, list, notes, words, OfficePart.Properties], name, "");
        package.Write(ListParts.Styles, ListStyles.Sheet());
        package.Write(ListParts.Workbook, new Workbook(new Sheets(
            new Sheet { Name = name, SheetId = 1, Id = OfficeFrame.Id(list) },
            new Sheet { Name = "填写说明", SheetId = 2, Id = OfficeFrame.Id(notes) },
            new Sheet { Name = WordsName, SheetId = 3, Id = OfficeFrame.Id(words), State = SheetStateValues.Hidden })));
        package.Write(list, ListSheet(columns));
        package.Write(notes, NotesSheet(columns));
        package.Write(words, WordsSheet(columns));
    }

    private static Worksheet ListSheet(IReadOnlyList<TemplateColumn> columns)
    {
        var headings = columns.Select((column, at) => ListCells.Of(at + 1, 1, column.Heading, column.IsRequired ? ListStyles.Needed : ListStyles.Heading));
        return new Worksheet(
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new(["A2"]) })
            {
                WorkbookViewId = 0
            }),
            new Columns(columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.IsRequired ? 36 : 18, CustomWidth = true, Style = ListStyles.Text })),
            new SheetData(new Row(headings) { RowIndex = 1 }),
            new DataValidations(columns.Select((column, at) => Validation(column, at + 1))) { Count = (uint)columns.Count });
    }

    /// <summary>Words are offered and not demanded: what is not among them may be typed, and the reading says what it makes of it.</summary>
    private static DataValidation Validation(TemplateColumn column, int at)
    {
        var letter = ColumnLetter.Of(at);
        var validation = new DataValidation
        {
            SequenceOfReferences = new([string.Create(CultureInfo.InvariantCulture, $"{letter}2:{letter}{LastRow}")]),
            AllowBlank = true,
            ShowInputMessage = true,
            PromptTitle = Shortened(column.Heading, TitleMax),
            Prompt = Shortened(column.Hint, PromptMax)
        };
        if (column.Words.Count > 0)
        {
            validation.Type = DataValidationValues.List;
            validation.ShowErrorMessage = false;
            validation.Append(new Formula1(string.Create(CultureInfo.InvariantCulture, $"{WordsName}!${letter}$2:${letter}${column.Words.Count + 1}")));
        }

        return validation;
    }

    private static Worksheet NotesSheet(IReadOnlyList<TemplateColumn> columns) => new(
        new Columns(new Column { Min = 1, Max = 1, Width = 22, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = 90, CustomWidth = true }),
        new SheetData(columns.Select((column, at) => new Row(
            ListCells.Of(1, at + 1, column.Heading, column.IsRequired ? ListStyles.Needed : ListStyles.Heading), ListCells.Of(2, at + 1, column.Hint))
        {
            RowIndex = (uint)at + 1
        })));

    private static Worksheet WordsSheet(IReadOnlyList<TemplateColumn> columns) => new(new SheetData(
        Enumerable.Range(0, columns.Max(column => column.Words.Count) + 1).Select(row => new Row(
            columns.Index().Where(column => column.Item.Words.Count > 0 && row <= column.Item.Words.Count)
                .Select(column => ListCells.Of(column.Index + 1, row + 1, row == 0 ? column.Item.Heading : column.Item.Words[row - 1])))
        {
            RowIndex = (uint)row + 1
        })));

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length];
}

/// <summary>A column of a template.</summary>
public sealed record TemplateColumn(string Heading, string Hint)
{
    public bool IsRequired { get; init; }

    /// <summary>What is offered to pick from; none where anything may be written.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
