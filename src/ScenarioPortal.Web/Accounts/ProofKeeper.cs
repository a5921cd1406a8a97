using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// Notes in the session at hand that its person proved once more who they are. The session gets a new key, so that a copy of the old cookie does
/// not profit; it lives no longer than before.
/// </summary>
internal sealed class ProofKeeper(IDbContextFactory<PortalDbContext> databases, IHttpContextAccessor http, AuditTrail audit, TimeProvider time)
{
    public async Task NoteAsync(Factors given, CancellationToken cancellation)
    {
        var context = http.HttpContext!;
        var session = context.Person.SessionId;
        var (key, now) = (SecretKey.New(), time.GetUtcNow());
        var (hash, factors) = (SecretKey.Hash(key), context.Person.Factors | given);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.KeyHash, hash).SetProperty(x => x.ConfirmedAt, now).SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.Factors, factors), cancellation);
        audit.Note(db, new Act { Action = "session.confirm", SubjectKind = "session", Subject = session, Detail = new { factors = given.ToString() } });
        await db.SaveChangesAsync(cancellation);
        SessionCookie.Write(context.Response, key);
    }
}
