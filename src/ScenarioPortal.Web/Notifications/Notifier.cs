using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Choosing;
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
            Add(db, happening, recipient, now);
        }

        return recipients.Count;
    }

    /// <summary>The same for editors of many organisations, with one question to the database.</summary>
    public async Task TellEditorsAsync(PortalDbContext db, IReadOnlyCollection<Happening> happenings, CancellationToken cancellation)
    {
        var (now, organisations) = (time.GetUtcNow(), happenings.Select(h => h.EditorsOf).Distinct().ToArray());
        var kinds = happenings.Select(h => h.Kind).Distinct().ToArray();
        await using var work = await databases.CreateDbContextAsync(cancellation);
        var editors = await (
            from membership in work.Memberships
            join account in work.Accounts on membership.AccountId equals account.Id
            where organisations.Contains(membership.OrganisationId) && membership.Role != MemberRole.Reader
                && account.DisabledAt == null && account.ErasedAt == null && account.Email != null
            orderby account.Id
            select new { membership.OrganisationId, account.Id, Email = account.Email! }).ToListAsync(cancellation);
        var accounts = editors.Select(e => e.Id).Distinct().ToArray();
        var choices = await work.NotificationChoices.Where(c => accounts.Contains(c.AccountId) && kinds.Contains(c.Kind)).ToDictionaryAsync(c => (c.AccountId, c.Kind), c => c.Delivery, cancellation);
        foreach (var (happening, editor) in happenings.SelectMany(h => editors.Where(e => e.OrganisationId == h.EditorsOf).Select(e => (h, e))))
        {
            Add(db, happening, new Recipient(editor.Id, editor.Email, choices.GetValueOrDefault((editor.Id, happening.Kind), NotificationDelivery.AtOnce)), now);
        }
    }

    private void Add(PortalDbContext db, Happening happening, Recipient recipient, DateTimeOffset now)
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

    private async Task<IReadOnlyList<Recipient>> RecipientsAsync(Happening told, CancellationToken cancellation)
    {
        var (kind, editorsOf, watchersOf, since, askerOf, doer) = (told.Kind, told.EditorsOf, told.WatchersOf, told.WatchingSince, told.AskerOf, told.By);
        var (reviewedIn, account) = (told.ReviewersOf is { } region ? RegionsAbove(region) : [], told.Account);
        var (accounts, judgesOf) = (told.Accounts.ToArray(), told.JudgesOf);
        var (subject, detail, quietSince) = (told.SubjectId, told.Detail, time.GetUtcNow() - told.QuietFor);
        await using var work = await databases.CreateDbContextAsync(cancellation);
        return await (
            from person in work.Accounts
            where person.DisabledAt == null && person.ErasedAt == null && person.Email != null && person.Id != doer
                && (quietSince == null || !work.Notifications.Any(n => n.AccountId == person.Id && n.Kind == kind && n.SubjectId == subject && n.Detail == detail && n.ReadAt == null && n.CreatedAt > quietSince))
                && (work.Memberships.Any(m => m.AccountId == person.Id && m.Role != MemberRole.Reader
                        && (m.OrganisationId == editorsOf || work.Mandates.Any(d => d.EndedAt == null && d.OrganisationId == editorsOf && d.OperatorId == m.OrganisationId)))
                    || work.Watches.Any(w => w.AccountId == person.Id && w.OpportunityId == watchersOf && (since == null || w.Since <= since))
                    || work.QuestionAskers.Any(a => a.AccountId == person.Id && a.QuestionId == askerOf)
                    || work.StaffGrants.Any(g => g.AccountId == person.Id && g.Role == StaffRole.Reviewer && reviewedIn.Contains(g.RegionCode!))
                    || work.Choices.Any(c => c.Id == judgesOf && c.Experts.Any(e => e.AccountId == person.Id && e.Declared == Interests.Clear))
                    || accounts.Contains(person.Id) || person.Id == account)
            orderby person.Id
            select new Recipient(person.Id, person.Email!,
                work.NotificationChoices.Where(c => c.AccountId == person.Id && c.Kind == kind).Select(c => (NotificationDelivery?)c.Delivery).FirstOrDefault() ?? NotificationDelivery.AtOnce))
            .ToListAsync(cancellation);
    }

    /// <summary>The district, its city and its province: whose reviewers review there.</summary>
    private static string[] RegionsAbove(string region) => [region, $"{region[..4]}00", $"{region[..2]}0000"];

    private sealed record Recipient(Guid AccountId, string Email, NotificationDelivery Delivery);
}
