using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Publication;

/// <summary>
/// Notes that a need's time is over. Pages and rules go by the clock and need not wait for it; this is what the audit trail, the lists and those who
/// watch are told.
/// </summary>
internal sealed class NeedExpiry(IDbContextFactory<PortalDbContext> databases, Notifier notifier, TimeProvider time)
{
    private const int AtOnce = 100;
    private const string Actor = "portal";

    /// <summary>How many were closed. Rows that another node has in hand are left to it.</summary>
    public async Task<int> CloseAsync(CancellationToken cancellation)
    {
        var (now, today) = (time.GetUtcNow(), time.Today);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var over = await db.Opportunities.FromSql(
            $"SELECT * FROM opportunities WHERE status = 'Released' AND deadline < {today} ORDER BY deadline, id LIMIT {AtOnce} FOR UPDATE SKIP LOCKED").ToListAsync(cancellation);
        foreach (var need in over)
        {
            need.Expire(now);
            db.Add(new Act { Action = "opportunity.expire", Organisation = need.PublisherId, SubjectKind = nameof(Opportunity), Subject = need.Id }.By(Actor, now));
            await notifier.TellAsync(db, new Happening
            {
                Kind = NotificationKind.Closed,
                SubjectId = need.Id,
                Title = need.Title,
                Detail = nameof(OpportunityEnding.Expired),
                EditorsOf = need.PublisherId,
                WatchersOf = need.Id
            }, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return over.Count;
    }
}
