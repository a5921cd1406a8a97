using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Web.Matches;

/// <summary>Reads opportunities and capabilities as the documents that the index and the catalogue are made of.</summary>
internal static class DocumentQueries
{
    /// <summary>What is public among these opportunities; all of them when none are named. With their vectors of one model, when one is named.</summary>
    public static async Task<IReadOnlyList<NeedSource>> NeedsAsync(
        this PortalDbContext db, IReadOnlyCollection<Guid>? ids, string? model, CancellationToken cancellation)
    {
        var opportunities = db.Opportunities.AsNoTracking();
        return await (
            from opportunity in ids is null ? opportunities : opportunities.Where(o => ids.Contains(o.Id))
            join scenario in db.Scenarios on opportunity.ScenarioId equals scenario.Id
            join publisher in db.Organisations on opportunity.PublisherId equals publisher.Id into publishers
            from publisher in publishers.DefaultIfEmpty()
            join vector in db.TextVectors.Where(v => v.Model == model) on opportunity.Id equals vector.SubjectId into vectors
            from vector in vectors.DefaultIfEmpty()
            where opportunity.Status == OpportunityStatus.Released || opportunity.Status == OpportunityStatus.Closed
            orderby opportunity.Id
            select new NeedSource
            {
                Opportunity = opportunity,
                Scale = scenario.Scale,
                RegionCode = scenario.RegionCode,
                LandingArea = scenario.LandingArea,
                Publisher = publisher.Name,
                Vector = vector
            }).ToListAsync(cancellation);
    }

    /// <summary>What is public among these capabilities; all of them when none are named. With their vectors of one model, when one is named.</summary>
    public static async Task<IReadOnlyList<CapabilitySource>> OffersAsync(
        this PortalDbContext db, IReadOnlyCollection<Guid>? ids, string? model, CancellationToken cancellation)
    {
        var capabilities = db.Capabilities.AsNoTracking();
        return await (
            from capability in ids is null ? capabilities : capabilities.Where(c => ids.Contains(c.Id))
            join organisation in db.Organisations on capability.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            join vector in db.TextVectors.Where(v => v.Model == model) on capability.Id equals vector.SubjectId into vectors
            from vector in vectors.DefaultIfEmpty()
            join standing in db.CreditStandings on capability.OrganisationId equals standing.OrganisationId into standings
            from standing in standings.DefaultIfEmpty()
            where capability.Status == CapabilityStatus.Published
            orderby capability.Id
            select new CapabilitySource
            {
                Capability = capability,
                Organisation = organisation.Name,
                OrganisationRegionCode = organisation.RegionCode,
                Qualifications = organisation.Qualifications,
                Credit = standing == null ? 0 : standing.Credit,
                Vector = vector
            }).ToListAsync(cancellation);
    }
}
