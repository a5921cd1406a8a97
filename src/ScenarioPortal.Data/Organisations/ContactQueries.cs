using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Organisations;

public static class ContactQueries
{
    extension(IQueryable<OrganisationContact> contacts)
    {
        /// <summary>Those who agreed to be shown, and of the person's own organisations everyone's.</summary>
        public IQueryable<OrganisationContact> VisibleTo(Person person)
        {
            var ids = person.Reads.ToArray();
            return person.LeavesItToTheDatabase ? contacts : contacts.Where(c => c.ShownSince != null || ids.Contains(c.OrganisationId));
        }
    }
}
