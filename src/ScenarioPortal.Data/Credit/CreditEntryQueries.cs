using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Credit;

namespace ScenarioPortal.Data.Credit;

public static class CreditEntryQueries
{
    extension(IQueryable<CreditEntry> entries)
    {
        public IQueryable<CreditEntry> VisibleTo(Person person, PortalDbContext db)
        {
            var shown = db.Organisations.CreditShownTo(person);
            return person.LeavesItToTheDatabase ? entries : entries.Where(e => shown.Any(o => o.Id == e.OrganisationId));
        }

        /// <summary>Those of organisations for which the person may speak.</summary>
        public IQueryable<CreditEntry> EditableBy(Person person)
        {
            var own = person.IsComplete ? person.Edits.ToArray() : [];
            return person.LeavesItToTheDatabase ? entries : entries.Where(e => own.Contains(e.OrganisationId));
        }
    }
}
