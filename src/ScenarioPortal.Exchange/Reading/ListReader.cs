using System.Runtime.CompilerServices;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Exchange.Reading.Files;
using ScenarioPortal.Exchange.Reading.Rows;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>
/// Reads a list that a city or company sent: xlsx, xls, csv (UTF-8, UTF-16, GB18030; comma, tab, semicolon) or jsonl, told apart by
/// content. Rows come one by one and nothing is kept of those that have gone by; memory stays bounded by
/// <see cref="ReadLimits"/>. A stream that can seek is read from its beginning and left open; another is first copied to memory.
/// </summary>
/// <remarks>
/// A file that cannot be taken throws <see cref="UnreadableFileException"/>, mostly before the first row; damage and limits in the
/// middle come where they are met, so keep nothing before the end is reached. A row that cannot be taken is an item of
/// its own. A cancelled reading throws <see cref="OperationCanceledException"/>.
/// </remarks>
public static class ListReader
{
    private const int RowsBetweenReports = 256;

    /// <summary>Reads an opportunity list (机会清单).</summary>
    /// <param name="file">Its content, at most <see cref="ReadLimits.FileBytes"/>.</param>
    /// <param name="fileName">Its name; only .jsonl says something that content does not.</param>
    /// <param name="options">Mapping, limits, progress.</param>
    /// <param name="cancellation">Ends the reading between two rows or two blocks.</param>
    /// <exception cref="UnreadableFileException">The file as a whole cannot be taken.</exception>
    public static IAsyncEnumerable<ReadItem<OpportunityRow>> OpportunitiesAsync(
        Stream file, string fileName, ReadOptions? options = null, CancellationToken cancellation = default) =>
        ReadAsync(file, fileName, ListKind.Opportunities, OpportunityRows.Make, options ?? ReadOptions.Default, cancellation);

    /// <summary>Reads a capability list (能力清单).</summary>
    /// <inheritdoc cref="OpportunitiesAsync" />
    public static IAsyncEnumerable<ReadItem<CapabilityRow>> CapabilitiesAsync(
        Stream file, string fileName, ReadOptions? options = null, CancellationToken cancellation = default) =>
        ReadAsync(file, fileName, ListKind.Capabilities, CapabilityRows.Make, options ?? ReadOptions.Default, cancellation);

    /// <summary>Looks at no more of a file than tells what its first table is; null for jsonl, which has none.</summary>
    /// <inheritdoc cref="OpportunitiesAsync" />
    public static async Task<SheetReport?> FirstTableAsync(
        Stream file, string fileName, ListKind list, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        var content = await InputFile.SeekableAsync(file, (options ?? ReadOptions.Default).Limits, cancellation);
        using var open = Damage.Refused(() => ListFiles.Open(content, fileName, list, options ?? ReadOptions.Default, cancellation));
        return Damage.Refused(open.Read()).TakeWhile(found => found is SheetFound).OfType<SheetFound>().Select(found => found.Report)
            .FirstOrDefault(report => report.HeaderRow is not null);
    }

    private static async IAsyncEnumerable<ReadItem<TRow>> ReadAsync<TRow>(
        Stream sent, string fileName, ListKind list, RowMaker<TRow> make, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var content = await InputFile.SeekableAsync(sent, options.Limits, cancellation);
        using var file = Damage.Refused(() => ListFiles.Open(content, fileName, list, options, cancellation));
        var rows = 0;
        foreach (var found in Damage.Refused(file.Read()))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Item(found, make);
            if (found is not SheetFound && Counted(++rows, options) % RowsBetweenReports == 0)
            {
                options.Progress?.Report(new(rows, file.Fraction));

                // Parsing itself never waits: others on this thread get their turn here.
                await Task.Yield();
            }
        }

        if (rows == 0)
        {
            throw new UnreadableFileException(FileRefusals.NoRows);
        }

        options.Progress?.Report(new(rows, 1));
    }

    private static int Counted(int rows, ReadOptions options) =>
        rows <= options.Limits.Rows ? rows : throw new UnreadableFileException(FileRefusals.TooManyRows, options.Limits.Rows);

    private static ReadItem<TRow> Item<TRow>(ListEvent found, RowMaker<TRow> make)
    {
        switch (found)
        {
            case SheetFound sheet:
                return new ReadSheet<TRow>(sheet.Report);
            case BrokenRow broken:
                return new RefusedRow<TRow>(new() { Row = broken.Refusal.Row }, [broken.Refusal]);
            case SortedRow sorted:
                var findings = new RowFindings(sorted.Values.Origin);
                findings.SayCompany(sorted);
                var row = make(sorted.Values, findings);
                return findings.Refusals.Count > 0
                    ? new RefusedRow<TRow>(sorted.Values.Origin, findings.Refusals)
                    : new ReadRow<TRow>(row, findings.Remarks);
            default:
                throw new InvalidOperationException($"Nothing is made of a {found.GetType().Name}.");
        }
    }

    private delegate TRow RowMaker<out TRow>(Tables.FieldValues values, RowFindings findings);
}
