using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>A capability that is public with a certificate whose time is nearly over.</summary>
internal sealed record EndingCertificate(Guid Id, string Title, Guid OrganisationId, Certificate Certificate);

internal static class EndingCertificates
{
    private const int Shown = 100;

    /// <summary>The next certificate to end of each capability that the person answers for, the most urgent first.</summary>
    public static async Task<IReadOnlyList<EndingCertificate>> EndingCertificatesAsync(this PortalDbContext db, Person person, DateOnly today, CancellationToken cancellation)
    {
        var until = today.AddDays(Certificate.AnnouncedDays);
        var offers = await db.Capabilities.AsNoTracking().Public().EditableBy(person).Where(c => c.OrganisationId != null && c.CertificateEndsOn >= today && c.CertificateEndsOn <= until)
            .OrderBy(c => c.CertificateEndsOn).ThenBy(c => c.Id).Take(Shown)
            .Select(c => new { c.Id, c.Title, OrganisationId = c.OrganisationId!.Value, c.Certificates, c.CertificateEndsOn }).ToListAsync(cancellation);
        return [.. offers.Select(o => new EndingCertificate(o.Id, o.Title, o.OrganisationId, o.Certificates.First(c => c.ValidUntil == o.CertificateEndsOn)))];
    }
}
