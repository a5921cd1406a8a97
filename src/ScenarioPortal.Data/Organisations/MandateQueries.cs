using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Organisations;

public static class MandateQueries
{
    extension(IQueryable<Mandate> mandates)
    {
        /// <summary>Given by or to organisations in which the person has a seat.</summary>
        public IQueryable<Mandate> VisibleTo(Person person)
        {
            var ids = person.Reads.ToArray();
            return person.LeavesItToTheDatabase ? mandates : mandates.Where(m => ids.Contains(m.OrganisationId) || ids.Contains(m.OperatorId));
        }

        /// <summary>Not taken back.</summary>
        public IQueryable<Mandate> Standing() => mandates.Where(m => m.EndedAt == null);
    }
}
