using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Exchange.Reading.Files;

namespace ScenarioPortal.Exchange.Writing.Lists;

/// <summary>
/// A list as it was uploaded, with what is wrong marked in it: cells at fault are red, and a last column says why. Of an xlsx nothing else
/// changes; from other kinds of files comes an xlsx with the same rows.
/// </summary>
public static class MarkedWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The heading of the last column; who reads a list knows it and leaves it out.</summary>
    public const string ReasonHeading = "原因";

    /// <param name="file">The list, which can be read from its beginning.</param>
    /// <param name="marks">One for each sheet with faults.</param>
    /// <param name="target">Where the workbook goes; it is left open.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    /// <exception cref="UnreadableFileException">The file is damaged, or larger than it may be.</exception>
    public static async Task WriteAsync(Stream file, IReadOnlyList<SheetMarks> marks, Stream target, CancellationToken cancellation)
    {
        var limits = ReadLimits.Default;
        using var tables = Damage.Refused(() => ListFiles.OpenTables(file, limits, cancellation));
        if (tables is null)
        {
            Damage.Refused(() =>
            {
                MarkedPackage.Write(file, marks, target, limits, cancellation);
                return true;
            });
        }
        else
        {
            await MarkedTables.WriteAsync(tables, marks, target, cancellation);
        }
    }
}
