using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Workbooks;

internal sealed class OfferIntake(IDbContextFactory<PortalDbContext> databases, CodeBooks codeBooks, HomeRegion home, TimeProvider time) : IRowIntake<CapabilityRow>
{
    public SheetField OrganisationField => SheetField.Company;

    public SheetField CodeField => SheetField.CompanyCode;

    public RowOrigin OriginOf(CapabilityRow row) => row.Origin;

    public string TitleOf(CapabilityRow row) => row.Title;

    public string? ExternalIdOf(CapabilityRow row) => row.ExternalId;

    public (string? Name, string? Code) OrganisationOf(CapabilityRow row) => (row.Company, row.CompanyCode);

    public async Task<IPreparedIntake<CapabilityRow>> PrepareAsync(
        PortalDbContext db, Organisation own, IReadOnlyList<CapabilityRow> rows, CancellationToken cancellation)
    {
        var (ids, titles) = (rows.Select(r => r.ExternalId).OfType<string>().ToArray(), rows.Select(r => r.Title).ToArray());
        var known = await db.Capabilities
            .Where(c => c.OrganisationId == own.Id && (ids.Contains(c.ExternalId) || (c.ExternalId == null && titles.Contains(c.Title))))
            .OrderBy(c => c.Id)
            .ToListAsync(cancellation);
        return new Prepared(codeBooks.Current, home, own, known, await TakenElsewhereAsync(own.Id, ids, cancellation), time.GetUtcNow());
    }

    /// <summary>One identifier is one item among all organisations, and others' items are not shown to this one.</summary>
    private async Task<HashSet<string>> TakenElsewhereAsync(Guid own, string[] ids, CancellationToken cancellation)
    {
        if (ids.Length == 0)
        {
            return [];
        }

        await using var all = await databases.CreateDbContextAsync(cancellation);
        return await all.Capabilities.Where(c => ids.Contains(c.ExternalId) && c.OrganisationId != own).Select(c => c.ExternalId!).ToHashSetAsync(cancellation);
    }

    private sealed class Prepared(CodeBook codes, HomeRegion home, Organisation own, IReadOnlyList<Capability> known, HashSet<string> takenElsewhere, DateTimeOffset now)
        : IPreparedIntake<CapabilityRow>
    {
        private readonly ILookup<string?, Capability> _byExternalId = known.ToLookup(c => c.ExternalId);
        private readonly ILookup<string, Capability> _byTitle = known.Where(c => c.ExternalId is null).ToLookup(c => c.Title);

        public IntakeItem Take(CapabilityRow row)
        {
            var (region, zone) = row.ToPlace(codes, home);
            var offer = row.ToOffer(codes, home, region ?? own.RegionCode, zone);
            var made = new Capability(own.Id, offer, now, row.ExternalId);
            if (row.ExternalId is { } id && takenElsewhere.Contains(id))
            {
                throw new RuleBrokenException(IntakeRefusals.IdTaken, id);
            }

            if (KnownAs(row) is { } capability)
            {
                return Change(capability, offer);
            }

            var handed = Handed(RowOutcome.Added, made, offer) with { New = [made] };
            made.Submit(now);
            return handed;
        }

        private Capability? KnownAs(CapabilityRow row) => row.ExternalId is { } id
            ? _byExternalId[id].FirstOrDefault() ?? _byTitle[row.Title].FirstOrDefault(c => c.Description == row.Description)
            : _byTitle[row.Title].FirstOrDefault();

        private IntakeItem Change(Capability capability, Offer offer)
        {
            if (offer.SaysTheSameAs(capability.Offer))
            {
                return new IntakeItem(RowOutcome.Unchanged, capability.Id);
            }

            if (capability.Status is not (CapabilityStatus.Draft or CapabilityStatus.Returned))
            {
                throw new RuleBrokenException(IntakeRefusals.NotEditable, capability.Title);
            }

            var handed = Handed(RowOutcome.Changed, capability, offer);
            capability.Describe(offer, now);
            capability.Submit(now);
            return handed;
        }

        /// <summary>Before anything is changed: a row that nobody would review is refused.</summary>
        private IntakeItem Handed(RowOutcome outcome, Capability capability, Offer offer) => new(outcome, capability.Id)
        {
            RegionCode = offer.RegionCode ?? own.RegionCode ?? throw new RuleBrokenException(HandInRefusals.NoRegion),
            Texts = () => WritingTexts.Of(capability, codes)
        };
    }
}
