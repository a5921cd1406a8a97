using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>A certificate as it is typed, in four boxes. Rows without anything are no certificates.</summary>
internal sealed class CertificateForm
{
    public string? Name { get; set; }

    public string? Issuer { get; set; }

    public string? Number { get; set; }

    public string? Until { get; set; }

    public static List<CertificateForm> Of(string? text) =>
        [.. CertificateText.CellsOf(text ?? "").Select(c => new CertificateForm { Name = c.Name, Issuer = c.Issuer, Number = c.Number, Until = c.Until })];

    /// <summary>What was typed when the session was over; null when no such row was sent.</summary>
    public static List<CertificateForm>? Of(TypedBefore typed, string prefix)
    {
        List<CertificateForm> rows = [];
        for (var at = 0; typed[$"{prefix}[{at}].{nameof(Name)}"] is { } name; at++)
        {
            rows.Add(new() { Name = name, Issuer = typed[$"{prefix}[{at}].{nameof(Issuer)}"], Number = typed[$"{prefix}[{at}].{nameof(Number)}"], Until = typed[$"{prefix}[{at}].{nameof(Until)}"] });
        }

        return rows.Count == 0 ? null : rows;
    }

    /// <summary>One line for each, right or not.</summary>
    public static string TextOf(IEnumerable<CertificateForm?> rows) => string.Join('\n', rows
        .Select(r => new CertificateCells(r?.Name.OrNull, r?.Issuer.OrNull, r?.Number.OrNull, r?.Until.OrNull)).Where(c => !c.IsEmpty).Select(c => c.ToLine()));
}

/// <summary>Rows of certificates with an empty one at their end.</summary>
/// <param name="Name">How the list is called in the form.</param>
/// <param name="Rows">What stands in them.</param>
internal sealed record CertificateRows(string Name, IReadOnlyList<CertificateForm> Rows);
