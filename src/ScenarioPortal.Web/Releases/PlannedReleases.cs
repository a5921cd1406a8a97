using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Releases;

/// <summary>Releases batches when their time has come. Whoever set the hour stands in the trail, and must still be a reviewer when it comes; a batch and its plan change in one transaction, so that no node does it twice.</summary>
internal sealed partial class PlannedReleases(
    IDbContextFactory<PortalDbContext> databases, ReleaseList release, Notifier notifier, TimeProvider time, ILogger<PlannedReleases> log) : BackgroundService
{
    private const string Actor = "portal";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    public async Task ReleaseDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        foreach (var id in await db.BatchPlans.Open().Where(p => p.ScheduledAt <= now).OrderBy(p => p.ScheduledAt).Select(p => p.Id).ToListAsync(cancellation))
        {
            await ReleaseAsync(id, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task ReleaseAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.BatchPlans.Open().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } plan)
        {
            return;
        }

        if (!await MayReleaseAsync(db, plan, cancellation))
        {
            await HoldAsync(db, plan, PlanHindrance.PlannerGone, cancellation);
        }
        else if (await release.RunPlanAsync(db, plan, AuditTrail.ActorOf(plan.Planner), cancellation) is null)
        {
            await HoldAsync(db, plan, PlanHindrance.NothingLeft, cancellation);
        }
    }

    /// <summary>Whoever set the hour may have lost the role or the account since: what they may not do by hand is not done for them by the clock.</summary>
    private static async Task<bool> MayReleaseAsync(PortalDbContext db, BatchPlan plan, CancellationToken cancellation)
    {
        var planner = plan.Planner;
        var regions = await db.StaffGrants.Where(g => g.AccountId == planner && g.Role == StaffRole.Reviewer
                && db.Accounts.Any(a => a.Id == planner && a.DisabledAt == null && a.ErasedAt == null))
            .Select(g => g.RegionCode!).ToListAsync(cancellation);
        return regions.Any(r => plan.RegionCode.StartsWith(Region.PrefixOf(r), StringComparison.Ordinal));
    }

    private async Task HoldAsync(PortalDbContext db, BatchPlan plan, PlanHindrance hindrance, CancellationToken cancellation)
    {
        var planner = plan.Planner;
        plan.Stop(hindrance);
        db.Add(new Act { Action = "batch.hold", SubjectKind = "batch", Subject = plan.Id, Detail = new { reason = hindrance.ToString(), planner } }.By(Actor, time.GetUtcNow()));
        await notifier.TellAsync(db, new Happening
        {
            Kind = NotificationKind.BatchHeld,
            SubjectId = plan.Id,
            Title = ReleaseList.NameOf(plan.Kind),
            Detail = hindrance.ToString(),
            ReviewersOf = plan.RegionCode,
            Account = planner
        }, cancellation);
        await db.SaveChangesAsync(cancellation);
        Held(plan.Id, hindrance);
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await ReleaseDueAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed or released it at this very moment; the next look finds it as it is then.
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
        {
            Failed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "The batches that are due could not be released; it tries again")]
    private partial void Failed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The planned batch {Plan} was not released: {Hindrance}")]
    private partial void Held(Guid plan, PlanHindrance hindrance);
}
