using ScenarioPortal.Exchange.Reading.Files;
using ScenarioPortal.Exchange.Reading.Packages;
using ScenarioPortal.Exchange.Reading.Workbooks;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>
/// Looks at a Word or Excel file that is only kept and handed on: whether it is what it says, and nothing in it runs, hides or is loaded from
/// elsewhere when somebody opens it. Everything is unpacked once, within limits, and nothing of it is kept.
/// </summary>
public static class OfficePackage
{
    private static readonly ReadLimits Limits = new() { Entries = 2_000, PartBytes = 100 << 20, TotalBytes = 200 << 20 };

    /// <param name="file">The whole file, seekable.</param>
    /// <param name="cancellation">Stops unpacking.</param>
    /// <returns>What it is.</returns>
    /// <exception cref="UnreadableFileException">It cannot be taken; the reason is one of <see cref="PackageRefusals"/>.</exception>
    public static OfficeKind Look(Stream file, CancellationToken cancellation = default)
    {
        try
        {
            return Damage.Refused(() => Look(file, mayEmbed: true, cancellation));
        }
        catch (Exception nowhere) when (nowhere is ArgumentException or IOException or OverflowException)
        {
            // A directory that points outside of the file.
            throw new UnreadableFileException(new Reason(PackageRefusals.Damaged), nowhere);
        }
        catch (UnreadableFileException unreadable) when (unreadable.Reason.Template is FileRefusals.Corrupt or FileRefusals.Bomb)
        {
            throw new UnreadableFileException(unreadable.Reason.Template == FileRefusals.Bomb ? PackageRefusals.Bomb : PackageRefusals.Damaged);
        }
    }

    private static OfficeKind Look(Stream file, bool mayEmbed, CancellationToken cancellation)
    {
        PackageEnds.RequireNothingAround(file);
        using var archive = new WorkbookArchive(file, Limits, cancellation);
        var types = PackageTypes.Of(archive);
        var parts = archive.Names.Where(name => !name.EndsWith('/')).ToArray();
        Require(!archive.HasDoubles && parts.All(types.Knows), PackageRefusals.Foreign);
        Require(!parts.Any(types.IsActive), PackageRefusals.Active);
        Require(parts.All(PackageTypes.IsUsual), PackageRefusals.Foreign);
        Require(!parts.Any(part => part.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase)), PackageRefusals.LoadsFromElsewhere);
        foreach (var part in parts)
        {
            if (part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                RequireInside(archive, part);
            }

            if (part.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                // The figures behind a chart: a workbook once more, and no further.
                Require(mayEmbed, PackageRefusals.Foreign);
                using var embedded = new MemoryStream();
                archive.CopyAsItIs(part, embedded);
                Look(embedded, mayEmbed: false, cancellation);
            }
            else
            {
                archive.CopyAsItIs(part, Stream.Null);
            }
        }

        var main = WorkbookParts.MainPart(archive);
        return (main is null || !archive.Has(main) ? null : types.KindOf(main)) ?? throw new UnreadableFileException(PackageRefusals.NotOffice);
    }

    /// <summary>Links that people click may lead anywhere; whatever is loaded by itself must be in the file.</summary>
    private static void RequireInside(WorkbookArchive archive, string part)
    {
        using var reader = new PartReader(archive.Open(part));
        while (reader.NextElement("Relationship"))
        {
            var isOutside = string.Equals(reader.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            Require(!isOutside || reader.Attribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) is true, PackageRefusals.LoadsFromElsewhere);
        }
    }

    private static void Require(bool holds, string refusal)
    {
        if (!holds)
        {
            throw new UnreadableFileException(refusal);
        }
    }
}
