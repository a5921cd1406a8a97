using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain.Credit;

namespace ScenarioPortal.Data.Credit;

public static class CreditAppealQueries
{
    extension(IQueryable<CreditAppeal> appeals)
    {
        public IQueryable<CreditAppeal> Undecided() => appeals.Where(a => a.DecidedAt == null);

        public IQueryable<CreditAppeal> VisibleTo(Person person, PortalDbContext db)
        {
            var shown = db.Organisations.CreditShownTo(person);
            return person.LeavesItToTheDatabase ? appeals : appeals.Where(a => shown.Any(o => o.Id == a.OrganisationId));
        }

        /// <summary>Of organisations in the regions that a person reviews; never the person's own, nor of a pairing in which the person belongs to any side.</summary>
        public IQueryable<CreditAppeal> ReviewedBy(Person person, PortalDbContext db)
        {
            var (account, own, reviewed) = (person.AccountId, person.Reads.ToArray(), db.Organisations.ReviewedBy(person));
            return person.LeavesItToTheDatabase ? appeals : appeals.Where(a => a.AccountId != account && !own.Contains(a.OrganisationId) && reviewed.Any(o => o.Id == a.OrganisationId)
                && !db.CreditEntries.Any(e => e.Id == a.EntryId
                    && db.Pairings.Any(p => p.Id == e.PairingId && (own.Contains(p.PublisherId) || own.Contains(p.CompanyId) || own.Contains(p.OperatorId!.Value)))));
        }
    }
}
