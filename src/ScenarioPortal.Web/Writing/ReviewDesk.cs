using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Writing;

/// <summary>Carries out what a reviewer decides on something that was handed in: on the submission, the item and the working copy together.</summary>
internal sealed class ReviewDesk(PortalDbContext db, Notifier notifier, AuditTrail audit, TimeProvider time)
{
    public async Task ApproveAsync(Submission submission, Guid reviewer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        submission.Approve(reviewer, now);
        if (submission.Kind is ListKind.Opportunities)
        {
            (await db.Opportunities.SingleAsync(o => o.Id == submission.SubjectId, cancellation)).Approve(now);
        }
        else
        {
            (await db.Capabilities.SingleAsync(c => c.Id == submission.SubjectId, cancellation)).Publish(number: null, now);
        }

        if (await CopyOfAsync(submission, cancellation) is { } copy)
        {
            db.Remove(copy);
        }

        await TellAsync(submission, "submission.approve", cancellation);
    }

    public async Task ReturnAsync(Submission submission, IReadOnlyList<FieldRemark> remarks, Guid reviewer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        submission.Return(remarks, reviewer, now);
        if (submission.Kind is ListKind.Opportunities)
        {
            (await db.Opportunities.SingleAsync(o => o.Id == submission.SubjectId, cancellation)).Return(now);
        }
        else
        {
            (await db.Capabilities.SingleAsync(c => c.Id == submission.SubjectId, cancellation)).Return(now);
        }

        (await CopyOfAsync(submission, cancellation))?.Reopen();
        await TellAsync(submission, "submission.return", cancellation);
    }

    private Task<WorkingCopy?> CopyOfAsync(Submission submission, CancellationToken cancellation) => db.WorkingCopies.SingleOrDefaultAsync(c => c.Id == submission.CopyId, cancellation);

    private async Task TellAsync(Submission submission, string action, CancellationToken cancellation)
    {
        audit.Note(db, new Act
        {
            Action = action,
            Organisation = submission.OrganisationId,
            SubjectKind = submission.Kind.ToString(),
            Subject = submission.SubjectId,
            Detail = new { number = submission.Number, fields = submission.Remarks.Select(r => r.Field ?? "") }
        });
        var title = submission.Texts.GetValueOrDefault("Title", "");
        await notifier.TellAsync(db, new Happening
        {
            Kind = NotificationKind.ReviewDecided,
            SubjectId = submission.SubjectId,
            Title = title.Length <= Notification.TitleMaxLength ? title : title[..Notification.TitleMaxLength],
            Detail = submission.Verdict.ToString(),
            EditorsOf = submission.OrganisationId
        }, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
