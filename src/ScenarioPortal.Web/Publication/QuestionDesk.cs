using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Questions;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Publication;

/// <summary>Takes questions and answers. Who asks, only the audit trail and they themselves know.</summary>
internal sealed class QuestionDesk(PortalDbContext db, IOptions<PublicationRules> rules, AuditTrail audit, TimeProvider time)
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
        await db.SaveChangesAsync(cancellation);
    }

    public async Task AnswerAsync(Question question, Opportunity need, string text, Guid account, CancellationToken cancellation)
    {
        question.Reply(text, account, time.GetUtcNow());
        audit.Note(db, new Act { Action = "question.answer", Organisation = need.PublisherId, SubjectKind = nameof(Question), Subject = question.Id, Detail = new { opportunity = need.Id } });
        await db.SaveChangesAsync(cancellation);
    }
}
