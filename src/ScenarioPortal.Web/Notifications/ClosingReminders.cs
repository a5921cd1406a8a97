using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Notifications;

/// <summary>
/// Tells those who watch a need, and its publisher, in the morning of the day on which so many days are left. Once for each deadline and each
/// number of days; a deadline that was put off is another one.
/// </summary>
internal sealed class ClosingReminders(IDbContextFactory<PortalDbContext> databases, Notifier notifier, IOptions<PublicationRules> rules, TimeProvider time)
{
    private const long Lock = 20261127_14;

    /// <summary>How many people were told.</summary>
    public async Task<int> SendAsync(CancellationToken cancellation)
    {
        var turn = DailyMail.LastTurn(time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);

        var told = 0;
        foreach (var days in new[] { rules.Value.FirstReminderDays, rules.Value.LastReminderDays }.Distinct())
        {
            told += await RemindAsync(db, days, turn, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return told;
    }

    private async Task<int> RemindAsync(PortalDbContext db, int days, DateTimeOffset turn, CancellationToken cancellation)
    {
        var deadline = turn.DayInShanghai().AddDays(days);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{days}/{deadline:yyyy-MM-dd}");
        var needs = await db.Opportunities
            .Where(o => o.Status == OpportunityStatus.Released && o.Deadline == deadline && o.ReleasedAt <= turn
                && !db.Notifications.Any(n => n.Kind == NotificationKind.ClosingSoon && n.SubjectId == o.Id && n.Detail == detail))
            .OrderBy(o => o.Id).ToListAsync(cancellation);
        var told = 0;
        foreach (var need in needs)
        {
            told += await notifier.TellAsync(db, new Happening
            {
                Kind = NotificationKind.ClosingSoon,
                SubjectId = need.Id,
                Title = need.Title,
                Detail = detail,
                EditorsOf = need.PublisherId,
                WatchersOf = need.Id,
                WatchingSince = turn
            }, cancellation);
        }

        return told;
    }
}
