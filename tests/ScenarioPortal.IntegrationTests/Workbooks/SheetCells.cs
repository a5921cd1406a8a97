using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Workbooks;

/// <summary>Reads and writes cells as somebody does who has the workbook open.</summary>
internal static class SheetCells
{
    public static void Set(WorksheetPart part, string reference, string text)
    {
        var number = uint.Parse(string.Concat(reference.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        var data = part.Worksheet!.GetFirstChild<SheetData>()!;
        var row = data.Elements<Row>().FirstOrDefault(r => r.RowIndex! == number) ?? data.AppendChild(new Row { RowIndex = number });
        var cell = row.Elements<Cell>().FirstOrDefault(c => c.CellReference == reference);
        if (cell is null)
        {
            cell = new Cell { CellReference = reference };
            row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(c => string.CompareOrdinal(c.CellReference, reference) > 0));
        }

        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(text)));
    }

    public static string Text(WorksheetPart part, string reference) => part.Worksheet!.Descendants<Cell>().Single(c => c.CellReference == reference).InnerText;

    public static string Letter(Cell cell) => string.Concat(cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter));

    /// <summary>The publisher's column says this name in every row.</summary>
    public static byte[] Own(byte[] workbook, string name) => Uploading.Edited(workbook, (_, part) =>
    {
        var rows = part.Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>().ToList();
        var header = rows.First(r => r.Elements<Cell>().Count() > 3 && r.Elements<Cell>().Any(c => Is(c, "单位")));
        var column = Letter(header.Elements<Cell>().First(c => Is(c, "单位")));
        foreach (var row in rows.Where(r => r.RowIndex! > header.RowIndex! && r.Elements<Cell>().Count(c => c.InnerText.Length > 0) > 3))
        {
            Set(part, $"{column}{row.RowIndex}", name);
        }

        static bool Is(Cell cell, string word) => cell.InnerText.Contains(word, StringComparison.Ordinal) && cell.InnerText.Length < 12;
    });

    /// <summary>What stands in the column 原因, row by row.</summary>
    public static List<(string Sheet, int Row, string Column, string Text)> Reasons(byte[] workbook)
    {
        List<(string, int, string, string)> found = [];
        Uploading.Edited(workbook, (sheet, part) =>
        {
            var cells = part.Worksheet!.Descendants<Cell>().ToList();
            if (cells.SingleOrDefault(c => c.InnerText == "原因") is { } heading)
            {
                var row = ((Row)heading.Parent!).RowIndex!.Value;
                found.AddRange(cells.Where(c => Letter(c) == Letter(heading) && ((Row)c.Parent!).RowIndex! > row && c.InnerText.Length > 0)
                    .Select(c => (sheet.Name!.Value!, (int)((Row)c.Parent!).RowIndex!.Value, Letter(c), c.InnerText)));
            }
        });
        return found;
    }

    /// <summary>The red cells.</summary>
    public static List<string> Red(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Where(e => e.Part is WorksheetPart || (e.Part is WorkbookStylesPart && !e.Path!.XPath.Contains("x:fonts", StringComparison.Ordinal))).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var red = styles.CellFormats!.Elements<CellFormat>().Index()
            .Where(f => styles.Fills!.Elements<Fill>().ElementAt((int)(f.Item.FillId?.Value ?? 0)).PatternFill?.ForegroundColor?.Rgb?.Value == "FFFFC7CE").Select(f => (uint)f.Index).ToHashSet();
        return [.. document.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => red.Contains(c.StyleIndex?.Value ?? 0)).Select(c => c.CellReference!.Value!)];
    }
}
