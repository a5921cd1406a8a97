using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// Keeps what was typed into a form that arrives when the session is over, until the same person has signed in again in the same browser. The page
/// names its writer in a sealed field; nothing is kept for a form without one. The browser's cookie holds a random key and nothing else.
/// </summary>
internal sealed class KeptForms(IDbContextFactory<PortalDbContext> databases, IDataProtectionProvider protection, AuditTrail audit, TimeProvider time)
{
    public const string WriterField = "Writer";
    public const string CookieName = "__Host-typed";
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>As long as a page can have been open and its writer still come back to it.</summary>
    private static readonly TimeSpan WriterKept = TimeSpan.FromDays(2);

    private const int MostOfOnePerson = 5;
    private const int LongestKey = 100;
    private readonly ITimeLimitedDataProtector _writers = protection.CreateProtector("kept-form.writer").ToTimeLimitedDataProtector();
    private readonly IDataProtector _contents = protection.CreateProtector("kept-form.content");

    private static CookieOptions Options => new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Kept, IsEssential = true };

    /// <summary>Whether this browser left something behind.</summary>
    public static bool HasLeft(HttpRequest request) => KeyOf(request) is not null;

    public string WriterOf(Person person) => _writers.Protect($"{person.AccountId:N}", WriterKept);

    /// <summary>Keeps the form of this request for whom its page was made; does nothing when it does not say for whom.</summary>
    public async Task KeepAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await FormOfAsync(context.Request, cancellation) is not { } form || WriterOf(form) is not { } writer)
        {
            return;
        }

        var now = time.GetUtcNow();
        var key = KeyOf(context.Request) ?? SecretKey.New();
        var hash = HashOf(key, context.Request.Path);
        KeyValuePair<string, string>[] typed = [.. TypedFields.Of(form).Where(f => f.Key != WriterField)];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.KeptForms.Where(f => f.KeyHash == hash || f.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        var others = await db.KeptForms.Where(f => f.AccountId == writer).OrderByDescending(f => f.ExpiresAt).Select(f => f.KeyHash).ToListAsync(cancellation);
        var oldest = others.Skip(MostOfOnePerson - 1).ToArray();
        await db.KeptForms.Where(f => oldest.Contains(f.KeyHash)).ExecuteDeleteAsync(cancellation);
        if (await db.Accounts.AnyAsync(a => a.Id == writer && a.ErasedAt == null, cancellation))
        {
            db.Add(new KeptForm { KeyHash = hash, AccountId = writer, Content = _contents.Protect(JsonSerializer.SerializeToUtf8Bytes(typed)), ExpiresAt = now + Kept });
            audit.Note(db, new Act { Action = "form.keep", SubjectKind = "account", Subject = writer });
            await db.SaveChangesAsync(cancellation);
            context.Response.Cookies.Append(CookieName, key, Options);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>What this person had typed on this page in this browser; null when nothing is kept.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>?> FindAsync(HttpContext context, CancellationToken cancellation)
    {
        if (KeyOf(context.Request) is not { } key || context.Person.AccountId is not { } account)
        {
            return null;
        }

        var (hash, now) = (HashOf(key, context.Request.Path), time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var kept = await db.KeptForms.AsNoTracking().SingleOrDefaultAsync(f => f.KeyHash == hash && f.AccountId == account && f.ExpiresAt >= now, cancellation);
        try
        {
            return kept is null ? null : JsonSerializer.Deserialize<KeyValuePair<string, string>[]>(_contents.Unprotect(kept.Content));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>It has been saved, or handed over otherwise.</summary>
    public async Task ForgetAsync(HttpContext context, CancellationToken cancellation)
    {
        if (KeyOf(context.Request) is { } key && context.Person.AccountId is { } account)
        {
            var hash = HashOf(key, context.Request.Path);
            await using var db = await databases.CreateDbContextAsync(cancellation);
            await db.KeptForms.Where(f => f.KeyHash == hash && f.AccountId == account).ExecuteDeleteAsync(cancellation);
        }
    }

    private static string? KeyOf(HttpRequest request) => request.Cookies[CookieName] is { Length: > 0 and <= LongestKey } key ? key : null;

    /// <summary>Each page of a browser by itself: two tabs lose nothing to each other.</summary>
    private static string HashOf(string key, PathString path) => SecretKey.Hash($"{key} {path.Value?.ToUpperInvariant()}");

    private static async Task<IFormCollection?> FormOfAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancellation) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private Guid? WriterOf(IFormCollection form)
    {
        try
        {
            return form[WriterField] is [{ Length: > 0 } writer] && Guid.TryParseExact(_writers.Unprotect(writer), "N", out var account) ? account : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
