using ScenarioPortal.Exchange.Reading.Workbooks;

namespace ScenarioPortal.Exchange.Reading.Files;

/// <summary>Opens a zip as an xlsx, or says what else it is.</summary>
internal static class ZipFiles
{
    public static XlsxSource Open(Stream file, ReadLimits limits, CancellationToken cancellation)
    {
        var archive = new WorkbookArchive(file, limits, cancellation);
        try
        {
            var workbook = WorkbookParts.MainPart(archive);
            if (archive.Has("content.xml") && archive.Has("mimetype"))
            {
                throw new UnreadableFileException(FileRefusals.OtherFormat, " ODS ");
            }

            if (workbook?.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) == true)
            {
                throw new UnreadableFileException(FileRefusals.OtherFormat, " XLSB ");
            }

            return workbook is not null && archive.Names.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))
                ? new(archive, workbook, limits)
                : throw new UnreadableFileException(FileRefusals.NotASpreadsheet);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }
}
