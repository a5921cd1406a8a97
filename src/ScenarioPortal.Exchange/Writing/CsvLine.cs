namespace ScenarioPortal.Exchange.Writing;

/// <summary>A line of a CSV file by RFC 4180: every cell in quotation marks, quotation marks doubled, ended by CR LF. No cell is a formula.</summary>
public static class CsvLine
{
    public static string Of(params IEnumerable<string?> cells) =>
        string.Concat(string.Join(',', cells.Select(c => $"\"{CellGuard.Text(c ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)}\"")), "\r\n");
}
