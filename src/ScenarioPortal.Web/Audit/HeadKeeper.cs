using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;

namespace ScenarioPortal.Web.Audit;

/// <summary>Writes the head of the audit trail outside the database, every ten minutes and when the portal stops, if it has moved.</summary>
internal sealed partial class HeadKeeper(IDbContextFactory<PortalDbContext> databases, HeadFile file, TimeProvider time, ILogger<HeadKeeper> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private long _written;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(cancellation);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Failed(exception);
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db.Audit.AsNoTracking().OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.Hash }).FirstOrDefaultAsync(cancellation);
        if (last is null || last.Sequence == _written)
        {
            return;
        }

        await file.AppendAsync(new ChainHead { At = time.GetUtcNow(), Sequence = last.Sequence, Hash = last.Hash }, cancellation);
        _written = last.Sequence;
    }

    [LoggerMessage(LogLevel.Error, "The head of the audit trail could not be written outside the database; it tries again")]
    private partial void Failed(Exception exception);
}
