using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Data.Matches;

public static class MatchQueries
{
    extension(IQueryable<Match> matches)
    {
        public IQueryable<Match> Of(Guid opportunityId) => matches.Where(m => m.OpportunityId == opportunityId);

        /// <summary>By fit; equal scores stand in a fixed order.</summary>
        public IQueryable<Match> BestFirst() => matches.OrderByDescending(m => m.Score).ThenBy(m => m.CapabilityId).ThenBy(m => m.OpportunityId);
    }
}
