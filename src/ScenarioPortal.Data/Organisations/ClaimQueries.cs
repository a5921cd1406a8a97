using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Organisations;

public static class ClaimQueries
{
    extension(IQueryable<OrganisationClaim> claims)
    {
        public IQueryable<OrganisationClaim> Undecided() => claims.Where(c => c.DecidedAt == null);

        /// <summary>The person's own.</summary>
        public IQueryable<OrganisationClaim> AskedBy(Person person)
        {
            var account = person.AccountId;
            return person.LeavesItToTheDatabase ? claims : claims.Where(c => c.AccountId == account);
        }

        /// <summary>On organisations in the regions that a person reviews, except the person's own claims.</summary>
        public IQueryable<OrganisationClaim> ReviewedBy(Person person, IQueryable<Organisation> organisations)
        {
            var account = person.AccountId;
            var reviewed = organisations.ReviewedBy(person);
            return person.LeavesItToTheDatabase ? claims : claims.Where(c => c.AccountId != account && reviewed.Any(o => o.Id == c.OrganisationId));
        }
    }
}
