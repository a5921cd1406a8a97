using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Questions;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Publication;

/// <summary>Takes questions and answers. Who asks, only the audit trail and they themselves know.</summary>
internal sealed class QuestionDesk(PortalDbContext db, IOptions<PublicationRules> rules, Notifier notifier, AuditTrail audit, TimeProvider time)
{
    public async Task AskAsync(Opportunity need, string text, Guid account, CancellationToken cancellation)
    {
        var question = new Question(need, text, rules.Value, time.GetUtcNow());
        if (await db.Questions.AnyAsync(q => q.OpportunityId == need.Id && q.Text == question.Text
            && db.QuestionAskers.Any(a => a.QuestionId == q.Id && a.AccountId == account), cancellation))
        {
            throw new RuleBrokenException("这个问题您已经提过，不用再提。");
        }

        db.AddRange(question, new QuestionAsker(question.Id, account));
        audit.Note(db, new Act { Action = "question.ask", SubjectKind = nameof(Question), Subject = question.Id, Detail = new { opportunity = need.Id } });
        var due = rules.Value.AnswerDueAt(question.AskedAt, need.Deadline).DayInShanghai().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await notifier.TellAsync(db, new Happening { Kind = NotificationKind.QuestionAsked, SubjectId = need.Id, Title = need.Title, Detail = due, EditorsOf = need.PublisherId }, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task AnswerAsync(Question question, Opportunity need, string text, Guid account, CancellationToken cancellation)
    {
        question.Reply(text, account, time.GetUtcNow());
        audit.Note(db, new Act { Action = "question.answer", Organisation = need.PublisherId, SubjectKind = nameof(Question), Subject = question.Id, Detail = new { opportunity = need.Id } });
        await notifier.TellAsync(db, new Happening { Kind = NotificationKind.QuestionAnswered, SubjectId = need.Id, Title = need.Title, WatchersOf = need.Id, AskerOf = question.Id, By = account }, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
