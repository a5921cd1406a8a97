using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Accounts;
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
        var (reviewedIn, account) = (told.ReviewersOf is { } region ? RegionsAbove(region) : [], told.Account);
        await using var work = await databases.CreateDbContextAsync(cancellation);
        return await (
            from person in work.Accounts
            where person.DisabledAt == null && person.ErasedAt == null && person.Email != null && person.Id != doer
                && (work.Memberships.Any(m => m.AccountId == person.Id && m.Role != MemberRole.Reader
                        && (m.OrganisationId == editorsOf || work.Mandates.Any(d => d.EndedAt == null && d.OrganisationId == editorsOf && d.OperatorId == m.OrganisationId)))
                    || work.Watches.Any(w => w.AccountId == person.Id && w.OpportunityId == watchersOf && (since == null || w.Since <= since))
                    || work.QuestionAskers.Any(a => a.AccountId == person.Id && a.QuestionId == askerOf)
                    || work.StaffGrants.Any(g => g.AccountId == person.Id && g.Role == StaffRole.Reviewer && reviewedIn.Contains(g.RegionCode!))
                    || person.Id == account)
            orderby person.Id
            select new Recipient(person.Id, person.Email!,
                work.NotificationChoices.Where(c => c.AccountId == person.Id && c.Kind == kind).Select(c => (NotificationDelivery?)c.Delivery).FirstOrDefault() ?? NotificationDelivery.AtOnce))
            .ToListAsync(cancellation);
    }

    /// <summary>The district, its city and its province: whose reviewers review there.</summary>
    private static string[] RegionsAbove(string region) => [region, $"{region[..4]}00", $"{region[..2]}0000"];

    private sealed record Recipient(Guid AccountId, string Email, NotificationDelivery Delivery);
}
