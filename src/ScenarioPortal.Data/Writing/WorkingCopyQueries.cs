using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Writing;

namespace ScenarioPortal.Data.Writing;

public static class WorkingCopyQueries
{
    extension(IQueryable<WorkingCopy> copies)
    {
        /// <summary>Of organisations in which the person has a seat.</summary>
        public IQueryable<WorkingCopy> VisibleTo(Person person)
        {
            var ids = person.Reads.ToArray();
            return person.LeavesItToTheDatabase ? copies : copies.Where(c => ids.Contains(c.OrganisationId));
        }

        public IQueryable<WorkingCopy> EditableBy(Person person)
        {
            var ids = person.Edits.ToArray();
            return person.LeavesItToTheDatabase ? copies : copies.Where(c => ids.Contains(c.OrganisationId));
        }
    }
}
