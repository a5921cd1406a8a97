using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Organisations;

public static class MembershipQueries
{
    extension(IQueryable<Membership> memberships)
    {
        /// <summary>Of organisations in which the person has a seat, and their own.</summary>
        public IQueryable<Membership> VisibleTo(Person person)
        {
            var (ids, account) = (person.Reads.ToArray(), person.AccountId);
            return person.LeavesItToTheDatabase ? memberships : memberships.Where(m => ids.Contains(m.OrganisationId) || m.AccountId == account);
        }
    }
}
