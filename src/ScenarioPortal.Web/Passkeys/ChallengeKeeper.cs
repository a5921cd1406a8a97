using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Passkeys;

/// <summary>
/// Gives a challenge to one browser and takes it back once. The browser's cookie holds a random key and nothing else; taking deletes the row,
/// so that an answer that somebody recorded is worth nothing the second time.
/// </summary>
internal sealed class ChallengeKeeper(IDbContextFactory<PortalDbContext> databases, IHttpContextAccessor http, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private const int LongestKey = 100;
    private const string Cookie = "__Host-passkey";

    private static CookieOptions Options => new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Lifetime, IsEssential = true };

    public async Task KeepAsync(string state, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var key = SecretKey.New();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.PasskeyChallenges.Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        db.Add(new PasskeyChallenge { KeyHash = SecretKey.Hash(key), State = state, ExpiresAt = now + Lifetime });
        await db.SaveChangesAsync(cancellation);
        http.HttpContext!.Response.Cookies.Append(Cookie, key, Options);
    }

    /// <summary>Null when there is none, it is too old, or it was answered before.</summary>
    public async Task<string?> TakeAsync(CancellationToken cancellation)
    {
        var context = http.HttpContext!;
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and <= LongestKey } key)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options);
        var (hash, now) = (SecretKey.Hash(key), time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var challenge = await db.PasskeyChallenges.AsNoTracking().SingleOrDefaultAsync(c => c.KeyHash == hash, cancellation);
        var isFirst = await db.PasskeyChallenges.Where(c => c.KeyHash == hash).ExecuteDeleteAsync(cancellation) == 1;
        return isFirst && challenge?.ExpiresAt >= now ? challenge.State : null;
    }
}
