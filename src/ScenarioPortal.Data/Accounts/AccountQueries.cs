using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Mail;
using ScenarioPortal.Domain.Accounts;
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

        /// <summary>Posts of administrators that nobody else holds who could sign in.</summary>
        public IQueryable<StaffRole> AdministeredOnlyBy(Guid account) =>
            from grant in db.StaffGrants
            where grant.AccountId == account && SeparateDuties.Administrators.Contains(grant.Role)
                && !db.StaffGrants.Any(other => other.Role == grant.Role && db.Accounts.Any(a => a.Id == other.AccountId && a.Id != account && a.DisabledAt == null && a.ErasedAt == null))
            select grant.Role;

        /// <summary>Where this person is the one to ask: by the proved address anywhere, by name where they may edit it anyway.</summary>
        public IQueryable<OrganisationContact> ContactsOf(Account account)
        {
            var email = LikePattern.Of(account.Email!);
            return
                from contact in db.OrganisationContacts
                where EF.Functions.ILike(contact.Email!, email)
                    || (contact.Name == account.DisplayName
                        && db.Memberships.Any(m => m.OrganisationId == contact.OrganisationId && m.AccountId == account.Id && m.Role != MemberRole.Reader))
                select contact;
        }

        public IQueryable<MailMessage> MailTo(Account account)
        {
            var email = LikePattern.Of(account.Email!);
            return db.Mail.Where(m => EF.Functions.ILike(m.To, email));
        }

        /// <summary>Links for this account, and invitations to its address.</summary>
        public IQueryable<OneTimeLink> LinksFor(Account account)
        {
            var email = LikePattern.Of(account.Email!);
            return db.OneTimeLinks.Where(l => l.AccountId == account.Id || EF.Functions.ILike(l.Email, email));
        }
    }
}
