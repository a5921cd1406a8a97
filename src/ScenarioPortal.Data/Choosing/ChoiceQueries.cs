using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Choosing;

namespace ScenarioPortal.Data.Choosing;

public static class ChoiceQueries
{
    extension(IQueryable<Choice> choices)
    {
        /// <summary>Those of the person's own organisations.</summary>
        public IQueryable<Choice> VisibleTo(Person person)
        {
            var own = person.IsComplete ? person.Reads.ToArray() : [];
            return person.LeavesItToTheDatabase ? choices : choices.Where(c => own.Contains(c.PublisherId));
        }

        public IQueryable<Choice> EditableBy(Person person)
        {
            var own = person.IsComplete ? person.Edits.ToArray() : [];
            return person.LeavesItToTheDatabase ? choices : choices.Where(c => own.Contains(c.PublisherId));
        }

        /// <summary>Those in which the person was asked as an expert, and still is one.</summary>
        public IQueryable<Choice> JudgedBy(Person person)
        {
            var (me, judges) = (person.AccountId, person.IsComplete && person.Is(StaffRole.Expert));
            return person.LeavesItToTheDatabase ? choices : choices.Where(c => judges && c.Experts.Any(e => e.AccountId == me));
        }

        public IQueryable<Choice> UnderWay() => choices.Where(c => c.State != ChoiceState.Decided && c.State != ChoiceState.Abandoned);
    }
}
