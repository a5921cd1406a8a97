using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading.Files;

/// <summary>A file of tables. Tables without a known header are skipped and reported; a file without any other is refused.</summary>
internal sealed class SheetsFile(ISheetSource source, ListKind list, ReadOptions options) : IListFile
{
    public double Fraction => source.Fraction;

    public IEnumerable<ListEvent> Read()
    {
        var (anyRead, allBlank) = (false, true);
        Reason? wrongList = null;
        var text = new CountedText(options.Limits.TextLength);
        foreach (var sheet in source.Sheets())
        {
            using var table = new OpenTable(sheet, list, options.Mapping, text);
            anyRead |= table.IsRead;
            allBlank &= table.IsBlank;
            wrongList ??= table.WrongList;
            yield return new SheetFound(table.Report);
            foreach (var (values, company) in table.Rows())
            {
                yield return new SortedRow(values, company);
            }
        }

        if (!anyRead)
        {
            throw new UnreadableFileException(wrongList ?? (allBlank ? new(FileRefusals.Empty) : OpenTable.NoHeader(list)));
        }
    }

    public void Dispose() => source.Dispose();
}
