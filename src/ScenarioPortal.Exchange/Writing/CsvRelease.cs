using System.Text;

namespace ScenarioPortal.Exchange.Writing;

/// <summary>A released list as CSV: UTF-8 with its mark, lines ended by CR LF, the headings first, no cell a formula.</summary>
internal sealed class CsvRelease : IReleaseFormat
{
    public string Extension => "csv";

    public string ContentType => "text/csv; charset=utf-8";

    public async Task WriteAsync(ReleaseHead head, IAsyncEnumerable<ReleaseRow> rows, Stream target, CancellationToken cancellation)
    {
        await using var file = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvLine.Of(head.Columns.Select(c => c.Heading)));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await file.WriteAsync(CsvLine.Of(head.CellsOf(row)));
        }
    }
}
