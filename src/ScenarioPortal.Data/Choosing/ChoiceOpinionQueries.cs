using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Choosing;

namespace ScenarioPortal.Data.Choosing;

public static class ChoiceOpinionQueries
{
    extension(IQueryable<ChoiceOpinion> opinions)
    {
        /// <summary>One's own; those of others from the second round on, for the publisher and the experts who judge.</summary>
        public IQueryable<ChoiceOpinion> VisibleTo(Person person, PortalDbContext db)
        {
            var (me, own, judged) = (person.AccountId, db.Choices.VisibleTo(person), db.Choices.JudgedBy(person));
            return person.LeavesItToTheDatabase ? opinions : opinions.Where(o =>
                own.Any(c => c.Id == o.ChoiceId && (c.State == ChoiceState.Together || c.State == ChoiceState.Decided))
                || judged.Any(c => c.Id == o.ChoiceId && c.Experts.Any(e => e.AccountId == me && e.Declared == Interests.Clear
                    && (e.Place == o.Expert || c.State == ChoiceState.Together || c.State == ChoiceState.Decided))));
        }
    }
}
