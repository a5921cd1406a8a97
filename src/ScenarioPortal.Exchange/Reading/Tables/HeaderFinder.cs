using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Exchange.Reading.Tables;

/// <summary>Finds the row among the first of a sheet that names the most fields; titles and notes may stand above it.</summary>
internal static class HeaderFinder
{
    /// <summary>So many rows that hold anything are looked at.</summary>
    public const int SearchedRows = 20;

    public static TableHeader? Find(IEnumerable<SheetRow> rows, ListKind list, SheetMapping mapping) => rows
        .Select(row => TableHeader.Of(row, list, mapping))
        .Where(header => header.IsKnown)
        .MaxBy(header => header.Fields);
}
