using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Showcases;

namespace ScenarioPortal.Data.Showcases;

public static class JointDemandQueries
{
    extension(IQueryable<JointDemand> demands)
    {
        /// <summary>Those of showcases that an organisation of the person joined.</summary>
        public IQueryable<JointDemand> VisibleTo(Person person, IQueryable<ShowcaseJoin> joins)
        {
            var own = person.IsComplete ? person.Reads.ToArray() : [];
            return person.LeavesItToTheDatabase ? demands : demands.Where(d => own.Contains(d.LeadId) || joins.Any(j => j.ShowcaseId == d.ShowcaseId && own.Contains(j.OrganisationId)));
        }
    }
}
