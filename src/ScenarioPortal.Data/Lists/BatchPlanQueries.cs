using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Data.Lists;

public static class BatchPlanQueries
{
    extension(IQueryable<BatchPlan> plans)
    {
        /// <summary>Those of the regions that a person reviews.</summary>
        public IQueryable<BatchPlan> VisibleTo(Person person)
        {
            var patterns = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return person.LeavesItToTheDatabase ? plans : plans.Where(p => patterns.Any(x => EF.Functions.Like(p.RegionCode, x)));
        }

        /// <summary>Not released yet.</summary>
        public IQueryable<BatchPlan> Open() => plans.Where(p => p.ReleaseId == null);
    }
}
