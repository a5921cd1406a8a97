using System.IO.Compression;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Exchange.Reading.Workbooks;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>Copies an xlsx part by part; only marked sheets and the styles are written anew.</summary>
internal static class MarkedPackage
{
    private const int MaxStyles = 32 << 20;

    public static void Write(Stream file, IReadOnlyList<SheetMarks> marks, Stream target, ReadLimits limits, CancellationToken cancellation)
    {
        using var archive = new WorkbookArchive(file, limits, cancellation);
        var workbook = WorkbookParts.MainPart(archive) ?? throw new InvalidDataException("There is no workbook.");
        var parts = WorkbookParts.Of(archive, workbook, limits.Sheets);
        var marked = parts.Sheets.Join(marks, sheet => sheet.Name, mark => mark.Sheet, (sheet, mark) => (sheet.Part, Mark: mark))
            .DistinctBy(sheet => sheet.Part).ToDictionary(sheet => sheet.Part, sheet => sheet.Mark, StringComparer.OrdinalIgnoreCase);
        var styles = parts.Styles is { } part && archive.Has(part) ? MarkedStyles.Read(archive.Open(part, MaxStyles)) : MarkedStyles.None;
        using var output = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in archive.Names.Where(name => !IsStyles(name)))
        {
            cancellation.ThrowIfCancellationRequested();
            using var entry = output.CreateEntry(name, CompressionLevel.Fastest).Open();
            if (marked.TryGetValue(name, out var mark))
            {
                MarkedSheet.Write(() => archive.Open(name), mark, styles, entry);
            }
            else
            {
                archive.CopyAsItIs(name, entry);
            }
        }

        // They come last: marking the sheets has shown which are needed.
        if (parts.Styles is { } last && archive.Has(last))
        {
            using var entry = output.CreateEntry(last, CompressionLevel.Fastest).Open();
            styles.Write(entry);
        }

        bool IsStyles(string name) => string.Equals(name, parts.Styles, StringComparison.OrdinalIgnoreCase);
    }
}
