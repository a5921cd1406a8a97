using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Opportunities;

namespace ScenarioPortal.Web.Matches;

/// <summary>Reads all stored matches between open needs and published capabilities and looks at them together. Pairs that a condition excludes are not among them.</summary>
internal sealed class MarketReader(PortalDbContext db, TimeProvider time)
{
    public async Task<MarketView> ReadAsync(Person person, CancellationToken cancellation)
    {
        var today = time.Today;
        var pairs = await (
            from match in db.Matches
            join opportunity in db.Opportunities.VisibleTo(person, db.Scenarios).OpenOn(today) on match.OpportunityId equals opportunity.Id
            join capability in db.Capabilities.Public() on match.CapabilityId equals capability.Id
            select new MarketPair
            {
                OpportunityId = opportunity.Id,
                ReleasedAt = opportunity.ReleasedAt,
                CapabilityId = capability.Id,
                ProjectsAtOnce = capability.ProjectsAtOnce,
                Score = match.Score
            }).ToListAsync(cancellation);
        return MarketView.Of(pairs, today, cancellation);
    }
}
