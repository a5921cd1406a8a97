using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Showcases;

namespace ScenarioPortal.Data.Showcases;

public static class ShowcaseQueries
{
    extension(IQueryable<Showcase> showcases)
    {
        /// <summary>What everyone may see: those that stand in a batch.</summary>
        public IQueryable<Showcase> Public() => showcases.Where(s => s.State == ShowcaseState.Released);

        /// <summary>What is public, what the person's own organisations take part in, and what is handed in in the regions that they review.</summary>
        public IQueryable<Showcase> VisibleTo(Person person)
        {
            if (person.LeavesItToTheDatabase || !person.IsComplete)
            {
                return person.LeavesItToTheDatabase ? showcases : showcases.Public();
            }

            var own = person.Reads.ToArray();
            var reviewed = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return showcases.Where(s => s.State == ShowcaseState.Released || own.Contains(s.PublisherId) || own.Contains(s.CompanyId)
                || (s.State != ShowcaseState.Draft && s.RegionCode != null && reviewed.Any(r => EF.Functions.Like(s.RegionCode, r))));
        }

        /// <summary>What a reviewer is to decide, or has decided, in their regions.</summary>
        public IQueryable<Showcase> ReviewedBy(Person person)
        {
            var reviewed = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return person.LeavesItToTheDatabase ? showcases : showcases.Where(s => s.State != ShowcaseState.Draft && s.RegionCode != null && reviewed.Any(r => EF.Functions.Like(s.RegionCode, r)));
        }
    }
}
