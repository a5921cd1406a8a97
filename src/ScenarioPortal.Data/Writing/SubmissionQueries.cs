using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Writing;

namespace ScenarioPortal.Data.Writing;

public static class SubmissionQueries
{
    extension(IQueryable<Submission> submissions)
    {
        public IQueryable<Submission> VisibleTo(Person person)
        {
            var ids = person.Reads.ToArray();
            return person.LeavesItToTheDatabase ? submissions : submissions.Where(s => ids.Contains(s.OrganisationId));
        }

        /// <summary>Those in the regions that a person reviews.</summary>
        public IQueryable<Submission> ReviewedBy(Person person)
        {
            var patterns = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return person.LeavesItToTheDatabase ? submissions : submissions.Where(s => s.RegionCode != null && patterns.Any(p => EF.Functions.Like(s.RegionCode, p)));
        }

        public IQueryable<Submission> Undecided() => submissions.Where(s => s.Verdict == null);
    }
}
