using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Credit;

/// <summary>Who reads the ledger of an organisation: its members, operators with its mandate, and the reviewers of its region.</summary>
public static class CreditQueries
{
    extension(IQueryable<Organisation> organisations)
    {
        /// <summary>Those whose ledger the person reads.</summary>
        public IQueryable<Organisation> CreditShownTo(Person person)
        {
            var (own, reviewed) = (person.IsComplete ? person.Reads.ToArray() : [], organisations.ReviewedBy(person));
            return person.LeavesItToTheDatabase ? organisations : organisations.Where(o => own.Contains(o.Id) || reviewed.Any(r => r.Id == o.Id));
        }
    }
}
