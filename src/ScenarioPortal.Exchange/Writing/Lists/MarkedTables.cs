using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Writing.Office;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>The marked tables of a file that is no xlsx as one: the same rows, each cell as text.</summary>
internal static class MarkedTables
{
    public static async Task WriteAsync(ISheetSource tables, IReadOnlyList<SheetMarks> marks, Stream target, CancellationToken cancellation)
    {
        // A workbook names its sheets before their rows come, and only those with faults are of use.
        var sheets = marks.Select((mark, at) => (Mark: mark, Part: ListParts.Sheet(at + 1), Name: mark.Sheet ?? "Sheet1")).ToList();
        await using var package = new OfficePackage(target, DateTimeOffset.UnixEpoch.AddYears(30), cancellation);
        package.WriteFrame([ListParts.Workbook, ListParts.Styles, .. sheets.Select(sheet => sheet.Part), OfficePart.Properties], MarkedWorkbook.ReasonHeading, "");
        package.Write(ListParts.Styles, ListStyles.Sheet());
        package.Write(ListParts.Workbook, new Workbook(new Sheets(sheets.Select((sheet, at) => new Sheet { Name = sheet.Name, SheetId = (uint)at + 1, Id = OfficeFrame.Id(sheet.Part) }))));
        foreach (var table in tables.Sheets())
        {
            if (sheets.Find(sheet => sheet.Mark.Sheet == table.Name) is { Part: { } part } found)
            {
                await package.WriteAsync(part, writer => WriteAsync(writer, package, table.Rows, found.Mark));
            }
        }
    }

    private static async Task WriteAsync(OpenXmlWriter writer, OfficePackage package, IEnumerable<SheetRow> rows, SheetMarks marks)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        var reasons = 0;
        foreach (var row in rows)
        {
            if (row.Number <= marks.HeaderRow)
            {
                reasons = marks.ReasonColumn is { } letter ? ColumnLetter.Parse(letter).Column!.Value : Math.Max(reasons, row.Cells.Select(c => c.Column).DefaultIfEmpty().Max() + 1);
            }

            writer.WriteElement(RowOf(row, marks, reasons));
            await package.PassOnAsync();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Row RowOf(SheetRow row, SheetMarks marks, int reasons)
    {
        var mark = marks.Rows.GetValueOrDefault(row.Number);
        var faulty = (mark?.Letters ?? []).Select(letter => ColumnLetter.Parse(letter).Column ?? 0).ToHashSet();
        var cells = row.Cells.Where(cell => cell.Column != reasons).ToDictionary(
            cell => cell.Column, cell => faulty.Contains(cell.Column) ? ListCells.Fault(cell.Column, row.Number, cell.Text) : ListCells.Of(cell.Column, row.Number, cell.Text));
        foreach (var empty in faulty.Where(column => column > 0 && column != reasons && !cells.ContainsKey(column)))
        {
            cells[empty] = ListCells.Fault(empty, row.Number, "");
        }

        if ((row.Number == marks.HeaderRow ? MarkedWorkbook.ReasonHeading : mark?.Reason) is { } reason)
        {
            // A row may be longer than the header; what stands there is not lost.
            cells[reasons] = ListCells.Of(reasons, row.Number, cells.TryGetValue(reasons, out var there) ? $"{reason} {there.InnerText}" : reason);
        }

        return new Row(cells.OrderBy(cell => cell.Key).Select(cell => cell.Value)) { RowIndex = (uint)row.Number };
    }
}
