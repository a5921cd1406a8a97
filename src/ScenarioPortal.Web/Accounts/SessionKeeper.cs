using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Starts and ends sessions. Signing in always makes a new key: one that somebody planted before is worth nothing.</summary>
internal sealed class SessionKeeper(IDbContextFactory<PortalDbContext> databases, IHttpContextAccessor http, IOptions<SessionOptions> limits, AuditTrail audit, TimeProvider time)
{
    public async Task StartAsync(Guid accountId, Factors factors, CancellationToken cancellation)
    {
        var context = http.HttpContext!;
        var now = time.GetUtcNow();
        var key = SecretKey.New();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var mine = await db.Sessions.Where(s => s.AccountId == accountId).OrderByDescending(s => s.LastSeenAt).ToListAsync(cancellation);
        db.RemoveRange(mine.Skip(limits.Value.AtOnce - 1).Union(mine.Where(s => s.Id == context.Person.SessionId)));
        db.Add(new Session
        {
            KeyHash = SecretKey.Hash(key),
            AccountId = accountId,
            Factors = factors,
            StartedAt = now,
            LastSeenAt = now,
            ConfirmedAt = now,
            Device = Shortened(context.Request.Headers.UserAgent.ToString(), Session.DeviceMaxLength),
            Address = context.Connection.RemoteIpAddress?.ToString()
        });
        db.Add(audit.EntryOf(new Act { Action = "session.start", SubjectKind = "account", Subject = accountId, Detail = new { factors = factors.ToString() } }, accountId));
        await db.SaveChangesAsync(cancellation);
        SessionCookie.Write(context.Response, key);
    }

    /// <summary>Ends the session of this request.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        var context = http.HttpContext!;
        if (context.Person.SessionId is { } session)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.Sessions.Where(s => s.Id == session).ExecuteDeleteAsync(cancellation);
            audit.Note(db, new Act { Action = "session.end", SubjectKind = "account", Subject = context.Person.AccountId });
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        SessionCookie.Remove(context.Response);
    }

    /// <summary>Ends all other sessions of an account, or all of them, because what they rest on has changed.</summary>
    public static Task EndOthersAsync(PortalDbContext db, Guid accountId, Guid? except, CancellationToken cancellation) =>
        db.Sessions.Where(s => s.AccountId == accountId && s.Id != except).ExecuteDeleteAsync(cancellation);

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length];
}
