using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Questions;

namespace ScenarioPortal.Data.Questions;

public static class QuestionQueries
{
    extension(IQueryable<Question> questions)
    {
        /// <summary>What is answered, what was asked of the person's own organisations, and what they asked themselves.</summary>
        public IQueryable<Question> VisibleTo(Person person, IQueryable<QuestionAsker> askers)
        {
            if (person.LeavesItToTheDatabase)
            {
                return questions;
            }

            var (own, me) = (person.Reads.ToArray(), person.AccountId);
            return person.IsComplete
                ? questions.Where(q => q.AnsweredAt != null || own.Contains(q.PublisherId) || askers.Any(a => a.QuestionId == q.Id && a.AccountId == me))
                : questions.Where(q => q.AnsweredAt != null);
        }

        /// <summary>Those that the person may answer.</summary>
        public IQueryable<Question> EditableBy(Person person)
        {
            var ids = person.Edits.ToArray();
            return person.LeavesItToTheDatabase ? questions : questions.Where(q => ids.Contains(q.PublisherId));
        }

        public IQueryable<Question> Unanswered() => questions.Where(q => q.AnsweredAt == null);
    }
}
