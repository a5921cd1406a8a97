using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Notifications;

namespace ScenarioPortal.Web.Notifications;

/// <summary>
/// Sends each morning at eight what was to be told once a day: everything from before eight that went into no mail yet, in one mail for each person.
/// What was sent is marked in the same transaction, so that neither a second look nor a second node sends it again.
/// </summary>
internal sealed class DailyMail(IDbContextFactory<PortalDbContext> databases, NoticeMail mail, TimeProvider time)
{
    public static readonly TimeOnly At = new(8, 0);
    private const int PeopleAtOnce = 200;
    private const long Lock = 20261127_08;

    /// <summary>How many mails were written.</summary>
    public async Task<int> SendAsync(CancellationToken cancellation)
    {
        var (now, until) = (time.GetUtcNow(), LastTurn(time.GetUtcNow()));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);

        var due = db.Notifications.Where(n => n.Delivery == NotificationDelivery.Daily && n.MailedAt == null && n.CreatedAt <= until);
        var people = await due.Select(n => n.AccountId).Distinct().OrderBy(id => id).Take(PeopleAtOnce).ToListAsync(cancellation);
        var accounts = await db.Accounts.Where(a => people.Contains(a.Id) && a.DisabledAt == null && a.ErasedAt == null).ToDictionaryAsync(a => a.Id, a => a.Email!, cancellation);
        var silent = (await db.NotificationChoices.Where(c => people.Contains(c.AccountId) && c.Delivery == NotificationDelivery.PortalOnly).ToListAsync(cancellation))
            .Select(c => (c.AccountId, c.Kind)).ToHashSet();
        var told = await due.Where(n => people.Contains(n.AccountId)).OrderBy(n => n.AccountId).ThenBy(n => n.CreatedAt).ThenBy(n => n.Id).ToListAsync(cancellation);
        told.ForEach(n => n.Mailed(now));

        var written = 0;
        foreach (var person in told.Where(n => !silent.Contains((n.AccountId, n.Kind)) && accounts.ContainsKey(n.AccountId)).GroupBy(n => n.AccountId))
        {
            db.Add(mail.Daily(person.Key, accounts[person.Key], [.. person], now));
            written++;
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return written;
    }

    /// <summary>The last time that it was eight in the morning, in UTC.</summary>
    public static DateTimeOffset LastTurn(DateTimeOffset now)
    {
        var here = now.InShanghai();
        var day = DateOnly.FromDateTime(here.DateTime);
        return new DateTimeOffset(TimeOnly.FromDateTime(here.DateTime) < At ? day.AddDays(-1) : day, At, here.Offset).ToUniversalTime();
    }
}
