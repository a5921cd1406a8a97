using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ScenarioPortal.Exchange.Writing.Office;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>
/// A released list as an Excel workbook: one sheet with title, notes, what the reviewers say, hash, headings that stay in sight and are repeated on paper, and the rows as text.
/// Printed, it is A4 across with numbered pages.
/// </summary>
internal sealed class WorkbookRelease : IReleaseFormat
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private static readonly OfficePart Workbook = OfficePart.Main("xl/workbook.xml", $"{Main}.sheet.main+xml");
    private static readonly OfficePart Styles = Workbook.With("xl/styles.xml", $"{Main}.styles+xml", "styles");
    private static readonly OfficePart Sheet = Workbook.With("xl/worksheets/sheet1.xml", $"{Main}.worksheet+xml", "worksheet");

    public string Extension => "xlsx";

    public string ContentType => $"{Main}.sheet";

    public async Task WriteAsync(ReleaseHead head, IAsyncEnumerable<ReleaseRow> rows, Stream target, CancellationToken cancellation)
    {
        await using var package = new OfficePackage(target, head.ReleasedAt, cancellation);
        package.WriteFrame([Workbook, Styles, Sheet, OfficePart.Properties], head.Title, head.Proof);
        package.Write(Styles, WorkbookStyles.Sheet());
        package.Write(Workbook, BookOf(head));
        await package.WriteAsync(Sheet, writer => WriteAsync(writer, package, head, rows, cancellation));
    }

    private static async Task WriteAsync(OpenXmlWriter writer, OfficePackage package, ReleaseHead head, IAsyncEnumerable<ReleaseRow> rows, CancellationToken cancellation)
    {
        writer.WriteStartElement(new Worksheet());
        foreach (var setting in WorkbookLayout.BeforeRows(head))
        {
            writer.WriteElement(setting);
        }

        writer.WriteStartElement(new SheetData());
        foreach (var row in WorkbookLayout.FirstRows(head))
        {
            writer.WriteElement(row);
        }

        var number = WorkbookLayout.HeadingRowOf(head);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            writer.WriteElement(WorkbookLayout.RowOf(++number, head.CellsOf(row)));
            await package.PassOnAsync();
        }

        writer.WriteEndElement();
        foreach (var setting in WorkbookLayout.AfterRows(head, number))
        {
            writer.WriteElement(setting);
        }

        writer.WriteEndElement();
    }

    private static Workbook BookOf(ReleaseHead head) => new(
        new BookViews(new WorkbookView()),
        new Sheets(new Sheet { Name = head.SheetName, SheetId = 1, Id = OfficeFrame.Id(Sheet) }),
        new DefinedNames(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{head.SheetName.Replace("'", "''", StringComparison.Ordinal)}'!${WorkbookLayout.HeadingRowOf(head)}:${WorkbookLayout.HeadingRowOf(head)}"))
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = 0
        }));
}
