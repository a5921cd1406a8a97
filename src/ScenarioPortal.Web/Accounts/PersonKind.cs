using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Web.Accounts;

internal static class PersonKind
{
    extension(Person person)
    {
        /// <summary>Looks at needs and capabilities of everyone together: reviewers, and members of a verified operator.</summary>
        public bool LooksAtBothSides => person.Is(StaffRole.Reviewer)
            || person.Seats.Any(s => s is { Kind: OrganisationKind.Operator, Status: OrganisationStatus.Verified, ThroughOperatorId: null });

        /// <summary>May offer what a company can do.</summary>
        public bool OffersSomething => person.Seats.Any(s => s is { Role: >= MemberRole.Editor, Kind: OrganisationKind.Company or OrganisationKind.Institute });

        /// <summary>Must have a second factor: government staff, operators and everyone with a post.</summary>
        public bool IsStaff => person.Posts.Count > 0 || person.Seats.Any(s => s.Kind is OrganisationKind.Government or OrganisationKind.Operator);
    }

    extension(AccountDatabase accounts)
    {
        /// <summary>The account of somebody who is signed in, as the portal itself sees and changes it.</summary>
        public Task<Account> OfAsync(Person person, CancellationToken cancellation)
        {
            var id = person.AccountId!.Value;
            return accounts.Db.Accounts.SingleAsync(a => a.Id == id, cancellation);
        }
    }
}
