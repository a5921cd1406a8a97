using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Web.Notifications;

/// <summary>Tells people what happened, in the portal and by mail as they chose. Whoever brings it about does not learn who is told.</summary>
internal sealed class Notifier(IDbContextFactory<PortalDbContext> databases, NoticeMail mail, TimeProvider time)
{
    /// <summary>Adds the notifications, and the mails of those who want to know at once, to what the context will save. Says how many are told.</summary>
    public async Task<int> TellAsync(PortalDbContext db, Happening happening, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var recipients = await RecipientsAsync(happening, cancellation);
        foreach (var recipient in recipients)
        {
            var notification = new Notification(recipient.AccountId, happening.Kind, recipient.Delivery, now)
            {
                SubjectId = happening.SubjectId,
                Title = happening.Title,
                Detail = happening.Detail
            };
            db.Add(notification);
            if (recipient.Delivery is NotificationDelivery.AtOnce)
            {
                db.Add(mail.Of(notification, recipient.Email, now));
            }
        }

        return recipients.Count;
    }

    private async Task<IReadOnlyList<Recipient>> RecipientsAsync(Happening told, CancellationToken cancellation)
    {
        var (kind, editorsOf, watchersOf, since, askerOf, doer) = (told.Kind, told.EditorsOf, told.WatchersOf, told.WatchingSince, told.AskerOf, told.By);
        await using var work = await databases.CreateDbContextAsync(cancellation);
        return await (
            from account in work.Accounts
            where account.DisabledAt == null && account.ErasedAt == null && account.Email != null && account.Id != doer
                && (work.Memberships.Any(m => m.AccountId == account.Id && m.OrganisationId == editorsOf && m.Role != MemberRole.Reader)
                    || work.Watches.Any(w => w.AccountId == account.Id && w.OpportunityId == watchersOf && (since == null || w.Since <= since))
                    || work.QuestionAskers.Any(a => a.AccountId == account.Id && a.QuestionId == askerOf))
            orderby account.Id
            select new Recipient(account.Id, account.Email!,
                work.NotificationChoices.Where(c => c.AccountId == account.Id && c.Kind == kind).Select(c => (NotificationDelivery?)c.Delivery).FirstOrDefault() ?? NotificationDelivery.AtOnce))
            .ToListAsync(cancellation);
    }

    private sealed record Recipient(Guid AccountId, string Email, NotificationDelivery Delivery);
}
