using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Data.Opportunities;

namespace ScenarioPortal.Web.Privacy;

/// <summary>Removes what has run out, every hour, so that nothing is kept longer than the inventory says: sessions, links, guesses, withdrawn consents, uploaded lists, counts of pairs, vectors of texts that are public no longer.</summary>
internal sealed partial class Expiry(
    IDbContextFactory<PortalDbContext> databases, IOptions<Accounts.SessionOptions> sessions, TimeProvider time, ILogger<Expiry> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan GuessesStay = TimeSpan.FromDays(1);

    /// <summary>What was taken from an uploaded list has long become items of its own.</summary>
    private static readonly TimeSpan WorkbooksStay = TimeSpan.FromDays(30);

    /// <summary>A year and a month: what is learnt from them can be compared with the year before.</summary>
    private const int CountsStayDays = 400;

    /// <summary>A consent that was withdrawn still shows what could be relied on; so long can it be asked about.</summary>
    private const int ConsentsStayYears = 3;

    public async Task RemoveAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (started, seen) = (now - sessions.Value.Absolute, now - Longest(sessions.Value.StaffIdle, sessions.Value.CompanyIdle));
        var (guessed, withdrawn, uploaded) = (now - GuessesStay, now.AddYears(-ConsentsStayYears), now - WorkbooksStay);
        var counted = time.Today.AddDays(-CountsStayDays);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Sessions.Where(s => s.StartedAt < started || s.LastSeenAt < seen).ExecuteDeleteAsync(cancellation);
        await db.OneTimeLinks.Where(l => l.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        await db.PasskeyChallenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        await db.KeptForms.Where(f => f.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        await db.GuessCounters.Where(c => c.LastAt < guessed && c.WaitUntil < now).ExecuteDeleteAsync(cancellation);
        await db.StoredFiles.Where(f => f.Purpose == FilePurpose.Workbook && f.UploadedAt < uploaded).ExecuteDeleteAsync(cancellation);
        await db.MatchCounts.Where(c => c.Day < counted).ExecuteDeleteAsync(cancellation);
        await db.TextVectors.Where(v => !db.Opportunities.Public().Any(o => o.Id == v.SubjectId) && !db.Capabilities.Public().Any(c => c.Id == v.SubjectId)).ExecuteDeleteAsync(cancellation);
        await db.Consents.Where(c => c.WithdrawnAt < withdrawn).ExecuteDeleteAsync(cancellation);
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

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await RemoveAsync(cancellation);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
        {
            Failed(exception);
        }
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    [LoggerMessage(LogLevel.Error, "What has run out could not be removed; it tries again")]
    private partial void Failed(Exception exception);
}
