using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Data.Opportunities;

public static class OpportunityQueries
{
    extension(IQueryable<Opportunity> opportunities)
    {
        /// <summary>What everyone may see: released, whether still open or closed since.</summary>
        public IQueryable<Opportunity> Public() =>
            opportunities.Where(o => o.Status == OpportunityStatus.Released || o.Status == OpportunityStatus.Closed);
    }
}
