using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Choosing;

namespace ScenarioPortal.Data.Choosing;

public static class ChoiceDossierQueries
{
    extension(IQueryable<ChoiceDossier> dossiers)
    {
        /// <summary>The publisher reads them, and experts once they have said that nothing ties them to a company.</summary>
        public IQueryable<ChoiceDossier> VisibleTo(Person person, PortalDbContext db)
        {
            var (me, own, judged) = (person.AccountId, db.Choices.VisibleTo(person), db.Choices.JudgedBy(person));
            return person.LeavesItToTheDatabase ? dossiers : dossiers.Where(d => own.Any(c => c.Id == d.ChoiceId)
                || judged.Any(c => c.Id == d.ChoiceId && c.Experts.Any(e => e.AccountId == me && e.Declared == Interests.Clear)));
        }
    }
}
