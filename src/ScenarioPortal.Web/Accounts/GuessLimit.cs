using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// Slows guessing: after five wrong tries for one account from one network each further one has to wait, twice as long each time. Counters are in
/// the database, so that all nodes share them and no restart forgets them. A browser that knows the account counts by itself.
/// </summary>
internal sealed class GuessLimit(IDbContextFactory<PortalDbContext> databases, IHttpContextAccessor http, KnownDevice devices, TimeProvider time)
{
    public const int Free = 5;
    private const int FirstWaitSeconds = 30;
    private const int LongestWaitSeconds = 900;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>Takes one try, before it is known whether it is right: two at the same moment are two. Says until when to wait; null to go on.</summary>
    public async Task<DateTimeOffset?> TakeAsync(GuessKind kind, string subject, CancellationToken cancellation)
    {
        var key = KeyOf(kind, subject);
        var now = time.GetUtcNow();
        var forgotten = now - Remembered;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var taken = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO guess_counters AS c (key, failures, last_at, wait_until) VALUES ({key}, 1, {now}, {now})
            ON CONFLICT (key) DO UPDATE SET
                failures = CASE WHEN c.last_at < {forgotten} THEN 1 ELSE c.failures + 1 END,
                last_at = {now},
                wait_until = CASE WHEN c.last_at < {forgotten} OR c.failures + 1 < {Free} THEN {now}
                    ELSE {now} + make_interval(secs => least({LongestWaitSeconds}, {FirstWaitSeconds} * power(2, least(c.failures + 1 - {Free}, 20)))) END
            WHERE c.wait_until <= {now}
            """, cancellation);
        return taken == 1 ? null : await db.GuessCounters.Where(c => c.Key == key).Select(c => c.WaitUntil).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Forgets the wrong tries, because this one was right.</summary>
    public async Task ForgetAsync(GuessKind kind, string subject, CancellationToken cancellation)
    {
        var key = KeyOf(kind, subject);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.GuessCounters.Where(c => c.Key == key).ExecuteDeleteAsync(cancellation);
    }

    private string KeyOf(GuessKind kind, string subject) =>
        SecretKey.Hash($"{kind} {subject} {devices.Of(subject) ?? NetworkOf.Address(http.HttpContext?.Connection.RemoteIpAddress)}");
}

/// <summary>What is guessed.</summary>
internal enum GuessKind
{
    Password,

    /// <summary>A code of the second factor, or a recovery code.</summary>
    Code,

    /// <summary>Not guessed but asked for: a mail with a link.</summary>
    ResetMail
}
