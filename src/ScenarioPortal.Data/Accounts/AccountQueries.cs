namespace ScenarioPortal.Data.Accounts;

/// <summary>What belongs to one account.</summary>
public static class AccountQueries
{
    extension(PortalDbContext db)
    {
        public IQueryable<Session> SessionsOf(Guid account) => db.Sessions.Where(s => s.AccountId == account);

        public IQueryable<Consent> ConsentsOf(Guid account) => db.Consents.Where(c => c.AccountId == account);
    }
}
