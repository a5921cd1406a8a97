using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.CodeLists;

namespace ScenarioPortal.Web.Import;

internal sealed class OpportunityTaker(CodeBooks codeBooks, HomeRegion home, TimeProvider time) : IRowTaker<OpportunityRow>
{
    public RowOrigin OriginOf(OpportunityRow row) => row.Origin;

    public RowKey KeyOf(OpportunityRow row) => row.ExternalId is { } id ? new RowKey(id, null, null) : new RowKey(null, row.PublisherCode ?? row.Publisher, row.Title);

    public async Task<IPreparedRows<OpportunityRow>> PrepareAsync(PortalDbContext db, IReadOnlyList<OpportunityRow> rows, CancellationToken cancellation)
    {
        var organisations = await OrganisationLookup.ForAsync(db, rows.Select(r => (r.Publisher, r.PublisherCode)), cancellation);
        var externalIds = rows.Select(r => r.ExternalId).OfType<string>().ToArray();
        var titles = rows.Where(r => r.ExternalId is null).Select(r => r.Title).ToArray();
        var known = await (
            from opportunity in db.Opportunities
            join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
            where externalIds.Contains(opportunity.ExternalId) || (opportunity.ExternalId == null && titles.Contains(opportunity.Title))
            orderby opportunity.Id
            select new Known(opportunity, scenario)).ToListAsync(cancellation);
        return new Prepared(db, codeBooks.Current, home, organisations, known, time.GetUtcNow());
    }

    private sealed record Known(Opportunity Opportunity, Scenario Scenario);

    private sealed class Prepared(PortalDbContext db, CodeBook codes, HomeRegion home, OrganisationLookup organisations, IReadOnlyList<Known> known, DateTimeOffset now)
        : IPreparedRows<OpportunityRow>
    {
        private readonly ILookup<RowKey, Known> _byExternalId = known.ToLookup(k => new RowKey(k.Opportunity.ExternalId, null, null));
        private readonly ILookup<(Guid?, string), Known> _byTitle =
            known.Where(k => k.Opportunity.ExternalId is null).ToLookup(k => (k.Opportunity.PublisherId, k.Opportunity.Title));

        public (Guid Id, Outcome Outcome) Take(OpportunityRow row)
        {
            var publisherRegion = codes.RegionMeantBy(row.Publisher, home.Code);
            var publisher = organisations.Find(row.Publisher, row.PublisherCode, OrganisationKind.Government, new OrganisationDetails { RegionCode = publisherRegion?.Code });
            var need = row.ToNeed(codes);
            var setting = row.ToSetting(codes, home, publisher?.RegionCode ?? publisherRegion?.Code ?? codes.RegionMeantBy(row.Origin.Sheet, home.Code)?.Code);
            var known = row.ExternalId is { } id
                ? _byExternalId[new RowKey(id, null, null)].FirstOrDefault()
                : _byTitle[(publisher?.Id, row.Title)].FirstOrDefault();
            return known is null ? (Add(row, publisher, need, setting), Outcome.Added) : (known.Opportunity.Id, Update(known, need, setting));
        }

        private Guid Add(OpportunityRow row, Organisation? publisher, Need need, ScenarioSetting setting)
        {
            var scenario = new Scenario(publisher?.Id, setting.Name);
            scenario.Describe(setting);
            var opportunity = new Opportunity(scenario.Id, publisher?.Id, need, now, row.ExternalId);
            db.Add(scenario);
            db.Add(opportunity);
            return opportunity.Id;
        }

        private Outcome Update(Known known, Need need, ScenarioSetting setting)
        {
            var told = known.Opportunity.Describe(need, now);
            var moved = known.Scenario.Describe(setting);
            if (moved && !told)
            {
                known.Opportunity.ScenarioChanged(now);
            }

            return told || moved ? Outcome.Changed : Outcome.Unchanged;
        }
    }
}
