namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>
/// One table of a file. Its rows can be walked through once, while the file is open; they ascend, blank ones may be missing, and
/// merged ranges are already filled in.
/// </summary>
internal sealed record Sheet(string? Name, bool Hidden, IEnumerable<SheetRow> Rows);
