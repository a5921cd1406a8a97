using System.Globalization;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading;

/// <summary>
/// Certificates as texts hold them. A line with bars has a column each: name | issuer | number | last day; such a line is what a form makes, and is refused
/// when it cannot be read. A line without bars is what lists write: names separated by ；、， with what is known of each in brackets, such as
/// ISO9001（有效期至 2027年5月31日）; nothing in it is refused, and what is told in sentences stays words.
/// </summary>
public static class CertificateText
{
    /// <summary>The certificates of a text of at most <see cref="ReadLimits.CellLength"/> characters.</summary>
    public static CertificateReading Read(string text)
    {
        List<Certificate> certificates = [];
        List<string> words = [];
        List<Reason> faults = [];
        foreach (var line in Lines(text))
        {
            if (CertificateCells.HasBars(line))
            {
                certificates.Add(Typed(CertificateCells.Of(line), certificates.Count + 1, faults));
            }
            else if (CertificateEntry.IsProse(line))
            {
                words.Add(line);
            }
            else
            {
                certificates.AddRange(ListText.Entries(line).Select(CertificateEntry.Read));
            }
        }

        if (certificates.Count > Certificate.AtMost)
        {
            faults.Add(new(CellRefusals.TooManyCertificates, certificates.Count, Certificate.AtMost));
        }

        return new([.. certificates.Distinct()], words.Count == 0 ? null : string.Join('\n', words), faults);
    }

    /// <summary>One line for each, as <see cref="Read"/> takes it: the last day as 2027-05-31.</summary>
    public static string Write(IEnumerable<Certificate> certificates) =>
        string.Join('\n', certificates.Select(c => new CertificateCells(c.Name, c.Issuer, c.Number, c.ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToLine()));

    /// <summary>As lists write them: names separated by ；, with the last day in brackets where there is one; null for none.</summary>
    public static string? InWords(IReadOnlyCollection<Certificate> certificates) => certificates.Count == 0 ? null : string.Join('；', certificates.Select(c =>
        c.ValidUntil is { } day ? string.Create(CultureInfo.InvariantCulture, $"{c.Name}（有效期至 {day:yyyy年M月d日}）") : c.Name));

    /// <summary>What a form shows of a text in its boxes, right or not.</summary>
    public static IReadOnlyList<CertificateCells> CellsOf(string text) =>
    [
        .. Lines(text).SelectMany(line => CertificateCells.HasBars(line) ? [CertificateCells.Of(line)]
            : CertificateEntry.IsProse(line) ? [new CertificateCells(line, null, null, null)]
            : ListText.Entries(line).Select(CertificateEntry.Read).Select(c => new CertificateCells(c.Name, c.Issuer, c.Number, c.ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))
    ];

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Certificate Typed(CertificateCells cells, int place, List<Reason> faults)
    {
        if (cells.Name is null)
        {
            faults.Add(new(CellRefusals.CertificateWithoutName, place));
        }

        if (cells.Name?.Length > Certificate.NameMaxLength || cells.Issuer?.Length > Certificate.IssuerMaxLength || cells.Number?.Length > Certificate.NumberMaxLength)
        {
            faults.Add(new(CellRefusals.CertificateTooLong, place, Certificate.NameMaxLength, Certificate.NumberMaxLength));
        }

        var day = cells.Until is { } until ? CertificateEntry.Day(until) : null;
        if (day is null && cells.Until is { } words && !CertificateEntry.IsWithoutEnd(words))
        {
            faults.Add(new(CellRefusals.CertificateWithoutDay, place, CellText.Excerpt(cells.Name ?? ""), CellText.Excerpt(words)));
        }

        return new Certificate { Name = cells.Name ?? "", Issuer = cells.Issuer, Number = cells.Number, ValidUntil = day };
    }
}

/// <summary>The certificates of a text, what stands beside them in sentences, and what cannot be read.</summary>
public sealed record CertificateReading(IReadOnlyList<Certificate> Certificates, string? Words, IReadOnlyList<Reason> Faults);
