using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Organisations;

/// <summary>Which organisations a person may do something with. With the first wall down these say nothing, and the database decides.</summary>
public static class OrganisationQueries
{
    extension(IQueryable<Organisation> organisations)
    {
        /// <summary>Those that a person may see from inside.</summary>
        public IQueryable<Organisation> ReadableBy(Person person)
        {
            var ids = person.Reads.ToArray();
            return person.LeavesItToTheDatabase ? organisations : organisations.Where(o => ids.Contains(o.Id));
        }

        public IQueryable<Organisation> EditableBy(Person person)
        {
            var ids = person.Edits.ToArray();
            return person.LeavesItToTheDatabase ? organisations : organisations.Where(o => ids.Contains(o.Id));
        }

        /// <summary>Those whose members and mandates a person decides on.</summary>
        public IQueryable<Organisation> OwnedBy(Person person)
        {
            var ids = person.Owns.ToArray();
            return person.LeavesItToTheDatabase ? organisations : organisations.Where(o => ids.Contains(o.Id));
        }

        /// <summary>Those in the regions that a person reviews.</summary>
        public IQueryable<Organisation> ReviewedBy(Person person)
        {
            var patterns = person.ReviewedPrefixes.Select(p => $"{p}%").ToArray();
            return person.LeavesItToTheDatabase ? organisations : organisations.Where(o => o.RegionCode != null && patterns.Any(p => EF.Functions.Like(o.RegionCode, p)));
        }

        /// <summary>Handed in and not decided on.</summary>
        public IQueryable<Organisation> Waiting() => organisations.Where(o => o.Status == OrganisationStatus.Registered && o.SubmittedAt != null);
    }
}
