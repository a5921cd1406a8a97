using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.Data.Opportunities;

public static class OpportunityQueries
{
    extension(IQueryable<Opportunity> opportunities)
    {
        /// <summary>What everyone may see: released, whether still open or closed since.</summary>
        public IQueryable<Opportunity> Public() =>
            opportunities.Where(o => o.Status == OpportunityStatus.Released || o.Status == OpportunityStatus.Closed);

        /// <summary>What suppliers can still answer on that day.</summary>
        public IQueryable<Opportunity> OpenOn(DateOnly day) =>
            opportunities.Where(o => o.Status == OpportunityStatus.Released && (o.Deadline == null || o.Deadline >= day));

        /// <summary>Of organisations in which the person has a seat.</summary>
        public IQueryable<Opportunity> PublishedBy(Person person)
        {
            var ids = person.Reads.ToArray();
            return person.LeavesItToTheDatabase ? opportunities : opportunities.Where(o => ids.Contains(o.PublisherId!.Value));
        }

        /// <summary>What is public, what belongs to the person's own organisations, and what is handed in in the regions that they review.</summary>
        public IQueryable<Opportunity> VisibleTo(Person person, IQueryable<Scenario> scenarios)
        {
            if (person.LeavesItToTheDatabase || !person.IsComplete)
            {
                return person.LeavesItToTheDatabase ? opportunities : opportunities.Public();
            }

            var own = person.Reads.ToArray();
            var reviewed = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return opportunities.Where(o => o.Status == OpportunityStatus.Released || o.Status == OpportunityStatus.Closed
                || own.Contains(o.PublisherId!.Value)
                || ((o.Status == OpportunityStatus.Submitted || o.Status == OpportunityStatus.Returned || o.Status == OpportunityStatus.Approved)
                    && scenarios.Any(s => s.Id == o.ScenarioId && s.RegionCode != null && reviewed.Any(p => EF.Functions.Like(s.RegionCode, p)))));
        }
    }
}
