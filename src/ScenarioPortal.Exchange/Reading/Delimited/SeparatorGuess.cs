using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading.Delimited;

/// <summary>The separator is the one with which a header is recognised best; without a header, the one that makes the most cells.</summary>
internal static class SeparatorGuess
{
    private static readonly char[] Candidates = [',', '\t', ';'];

    /// <summary>Guesses from some thousand characters of the file's beginning.</summary>
    public static char Of(string beginning, SheetMapping mapping) => Candidates
        .MaxBy(candidate => Score([.. Rows(beginning, candidate)], mapping));

    private static (int Fields, int Cells) Score(List<SheetRow> rows, SheetMapping mapping) =>
        (Enum.GetValues<ListKind>().Max(list => HeaderFinder.Find(rows, list, mapping)?.Fields ?? 0), rows.Sum(row => row.Cells.Count));

    private static IEnumerable<SheetRow> Rows(string beginning, char separator) =>
        new DelimitedRows(new StringReader(beginning), separator, ReadLimits.Default with { Columns = int.MaxValue, CellLength = int.MaxValue })
            .Read()
            .Where(row => !row.IsBlank)
            .Take(HeaderFinder.SearchedRows);
}
