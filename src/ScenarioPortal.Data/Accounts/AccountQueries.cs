using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Accounts;

/// <summary>What belongs to one account.</summary>
public static class AccountQueries
{
    extension(PortalDbContext db)
    {
        public IQueryable<Session> SessionsOf(Guid account) => db.Sessions.Where(s => s.AccountId == account);

        public IQueryable<Consent> ConsentsOf(Guid account) => db.Consents.Where(c => c.AccountId == account);

        /// <summary>Organisations whose only owner this is.</summary>
        public IQueryable<Organisation> OwnedOnlyBy(Guid account) =>
            from organisation in db.Organisations
            where db.Memberships.Any(m => m.OrganisationId == organisation.Id && m.AccountId == account && m.Role == MemberRole.Owner)
                && !db.Memberships.Any(m => m.OrganisationId == organisation.Id && m.AccountId != account && m.Role == MemberRole.Owner)
            select organisation;

        /// <summary>Where this person is the one to ask: by the proved address anywhere, by name where they may edit it anyway.</summary>
        public IQueryable<OrganisationContact> ContactsOf(Account account) =>
            from contact in db.OrganisationContacts
            where contact.Email == account.Email
                || (contact.Name == account.DisplayName
                    && db.Memberships.Any(m => m.OrganisationId == contact.OrganisationId && m.AccountId == account.Id && m.Role != MemberRole.Reader))
            select contact;
    }
}
