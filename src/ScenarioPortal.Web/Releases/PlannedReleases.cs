using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Releases;

/// <summary>Releases batches when their time has come. Whoever planned it stands in the trail; a batch and its plan change in one transaction, so that no node does it twice.</summary>
internal sealed partial class PlannedReleases(
    IDbContextFactory<PortalDbContext> databases, ReleaseList release, TimeProvider time, ILogger<PlannedReleases> log) : BackgroundService
{
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

        if (await release.RunPlanAsync(db, plan, AuditTrail.ActorOf(plan.MadeBy), cancellation) is null)
        {
            plan.Stop();
            await db.SaveChangesAsync(cancellation);
            NothingLeft(id);
        }
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

    [LoggerMessage(LogLevel.Warning, "Nothing of the planned batch {Plan} was left to release")]
    private partial void NothingLeft(Guid plan);
}
