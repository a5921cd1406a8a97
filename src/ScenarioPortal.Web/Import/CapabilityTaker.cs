using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Import;

internal sealed class CapabilityTaker(CodeBooks codeBooks, HomeRegion home, TimeProvider time) : IRowTaker<CapabilityRow>
{
    public RowOrigin OriginOf(CapabilityRow row) => row.Origin;

    public RowKey KeyOf(CapabilityRow row) => row.ExternalId is { } id ? new RowKey(id, null, null) : new RowKey(null, row.CompanyCode ?? row.Company, row.Title);

    public async Task<IPreparedRows<CapabilityRow>> PrepareAsync(PortalDbContext db, IReadOnlyList<CapabilityRow> rows, CancellationToken cancellation)
    {
        var organisations = await OrganisationLookup.ForAsync(db, rows.Select(r => (r.Company, r.CompanyCode)), cancellation);
        var externalIds = rows.Select(r => r.ExternalId).OfType<string>().ToArray();
        var titles = rows.Where(r => r.ExternalId is null).Select(r => r.Title).ToArray();
        var known = await db.Capabilities
            .Where(c => externalIds.Contains(c.ExternalId) || (c.ExternalId == null && titles.Contains(c.Title)))
            .OrderBy(c => c.Id)
            .ToListAsync(cancellation);
        return new Prepared(db, codeBooks.Current, home, organisations, known, time.GetUtcNow());
    }

    private sealed class Prepared(PortalDbContext db, CodeBook codes, HomeRegion home, OrganisationLookup organisations, IReadOnlyList<Capability> known, DateTimeOffset now)
        : IPreparedRows<CapabilityRow>
    {
        private readonly ILookup<string?, Capability> _byExternalId = known.ToLookup(c => c.ExternalId);
        private readonly ILookup<(Guid?, string), Capability> _byTitle =
            known.Where(c => c.ExternalId is null).ToLookup(c => (c.OrganisationId, c.Title));

        public (Guid Id, Outcome Outcome) Take(CapabilityRow row)
        {
            var (region, zone) = row.ToPlace(codes, home);
            var company = organisations.Find(row.Company, row.CompanyCode, OrganisationKind.Company, new OrganisationDetails
            {
                RegionCode = region,
                Zone = zone,
                Profile = row.CompanyProfile,
                Qualifications = row.Qualifications,
                Certificates = row.Certificates
            });
            var offer = row.ToOffer(codes, home, region, zone);
            var known = row.ExternalId is { } id ? _byExternalId[id].FirstOrDefault() : _byTitle[(company?.Id, row.Title)].FirstOrDefault();
            if (known is not null)
            {
                return (known.Id, known.Describe(offer, now) ? Outcome.Changed : Outcome.Unchanged);
            }

            var capability = new Capability(company?.Id, offer, now, row.ExternalId);
            db.Add(capability);
            return (capability.Id, Outcome.Added);
        }
    }
}
