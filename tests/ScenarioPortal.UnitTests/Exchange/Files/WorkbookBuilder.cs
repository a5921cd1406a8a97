using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ScenarioPortal.UnitTests.Exchange.Files;

/// <summary>
/// A workbook made in memory. A row is its cells from column A on: text, number, <see cref="DateOnly"/> (a date-formatted
/// number), or null for an empty cell.
/// </summary>
internal sealed class WorkbookBuilder
{
    private const uint DateStyle = 1;

    private readonly List<(string Name, object?[][] Rows, string[] Merged, bool Hidden)> _sheets = [];

    public static byte[] Of(params object?[][] rows) => new WorkbookBuilder().Sheet("Sheet1", rows).Build();

    public WorkbookBuilder Sheet(string name, object?[][] rows, params string[] merged)
    {
        _sheets.Add((name, rows, merged, false));
        return this;
    }

    public WorkbookBuilder HiddenSheet(string name, object?[][] rows)
    {
        _sheets.Add((name, rows, [], true));
        return this;
    }

    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var strings = workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable();
            foreach (var (name, rows, merged, hidden) in _sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Index().Where(row => row.Item.Length > 0).Select(row => Row(row.Index + 1, row.Item, strings))));
                if (merged.Length > 0)
                {
                    part.Worksheet.Append(new MergeCells(merged.Select(range => new MergeCell { Reference = range })));
                }

                workbook.Workbook.Sheets!.Append(new Sheet
                {
                    Id = workbook.GetIdOfPart(part),
                    SheetId = (uint)workbook.Workbook.Sheets.Count() + 1,
                    Name = name,
                    State = hidden ? SheetStateValues.Hidden : null
                });
            }
        }

        return file.ToArray();
    }

    private static Row Row(int number, object?[] cells, SharedStringTable strings) =>
        new(cells.Index().Where(cell => cell.Item is not null).Select(cell => Cell($"{(char)('A' + cell.Index)}{number}", cell.Item!, strings)))
        {
            RowIndex = (uint)number
        };

    private static Cell Cell(string reference, object value, SharedStringTable strings) => value switch
    {
        DateOnly date => new()
        {
            CellReference = reference,
            StyleIndex = DateStyle,
            CellValue = new(date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture))
        },
        int or double => new() { CellReference = reference, CellValue = new(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
        Broken error => new() { CellReference = reference, DataType = CellValues.Error, CellValue = new(error.Name) },
        _ => new() { CellReference = reference, DataType = CellValues.SharedString, CellValue = new(Shared(strings, (string)value)) }
    };

    private static string Shared(SharedStringTable strings, string text)
    {
        strings.Append(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return (strings.Count() - 1).ToString(CultureInfo.InvariantCulture);
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\"年\"m\"月\"d\"日\"" }),
        new Fonts(new Font()),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
}

/// <summary>A cell whose formula failed.</summary>
internal sealed record Broken(string Name);
