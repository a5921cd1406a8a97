using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching.Learning;

namespace ScenarioPortal.Web.Matches;

/// <summary>Reads what was decided between pairs that were really shown.</summary>
internal sealed class DecisionReader(PortalDbContext db, IConfiguration configuration)
{
    private const int UsualNeeded = 200;

    /// <summary>Bounds what one press of the button costs; the newest are read.</summary>
    private const int Most = 5000;

    /// <summary>With fewer decisions nothing is proposed.</summary>
    public int Needed { get; } = Math.Max(1, configuration.GetValue("Matching:Learning:Decisions", UsualNeeded));

    /// <summary>Each pair that was contacted, with those of the same need that had been shown or opened by that day and never were.</summary>
    public async Task<IReadOnlyList<Decision>> ReadAsync(CancellationToken cancellation)
    {
        var pairs = await db.MatchCounts
            .Where(c => db.MatchCounts.Any(d => d.OpportunityId == c.OpportunityId && (d.Event == MatchEvent.Contacted || d.Event == MatchEvent.Agreed)))
            .GroupBy(c => new { c.OpportunityId, c.CapabilityId })
            .Select(g => new
            {
                g.Key.OpportunityId,
                g.Key.CapabilityId,
                Decided = g.Max(c => c.Event == MatchEvent.Contacted || c.Event == MatchEvent.Agreed ? c.Day : (DateOnly?)null),
                Seen = g.Min(c => c.Event == MatchEvent.Shown || c.Event == MatchEvent.Opened ? c.Day : (DateOnly?)null),
                Place = g.Min(c => c.Event == MatchEvent.Shown && c.List == MatchList.Opportunity ? c.Place : (int?)null)
            }).ToListAsync(cancellation);
        return
        [
            .. (from need in pairs.Where(p => p.Seen is not null).GroupBy(p => p.OpportunityId)
                from chosen in need
                where chosen.Decided is not null
                let passedOver = need.Where(p => p.Decided is null && p.Seen <= chosen.Decided).Select(p => p.CapabilityId).Order().ToArray()
                where passedOver.Length > 0
                orderby chosen.Decided descending, chosen.OpportunityId, chosen.CapabilityId
                select new Decision
                {
                    NeedId = chosen.OpportunityId,
                    ChosenId = chosen.CapabilityId,
                    PassedOver = passedOver,
                    Place = chosen.Place ?? 1,
                    Day = chosen.Decided!.Value
                }).Take(Most)
        ];
    }
}
