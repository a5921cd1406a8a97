using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Mail;

namespace ScenarioPortal.Web.Organisations;

/// <summary>
/// Proves that a mail address belongs to the visitor: six digits go there, and come back through the form. To an address that has an account already
/// goes a letter that says so, and to the visitor everything looks the same.
/// </summary>
internal sealed class MailProof(IDbContextFactory<PortalDbContext> databases, Letters letters, IStringLocalizer<Texts> L, TimeProvider time)
{
    public const int Digits = 6;
    public const int TriesMax = 5;
    private const int LettersPerHour = 5;

    /// <summary>Sends a code and gives the identity under which it is proven.</summary>
    public async Task<Guid> SendAsync(string email, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var normal = email.ToUpperInvariant();
        var recent = await db.OneTimeLinks.CountAsync(l => l.Purpose == LinkPurpose.MailProof && l.Email == email && l.CreatedAt > now.AddHours(-1), cancellation);
        if (recent >= LettersPerHour)
        {
            throw new RuleBrokenException("发往这个邮箱的验证码太多了，请一小时后再试。");
        }

        var taken = await db.Accounts.AnyAsync(a => a.NormalizedEmail == normal, cancellation);
        var code = RandomNumberGenerator.GetInt32((int)Math.Pow(10, Digits)).ToString($"D{Digits}", CultureInfo.InvariantCulture);
        var id = Guid.CreateVersion7();
        db.Add(new OneTimeLink
        {
            Id = id,
            Purpose = LinkPurpose.MailProof,
            SecretHash = taken ? SecretKey.Hash(SecretKey.New()) : HashOf(id, code),
            Email = email,
            CreatedAt = now,
            ExpiresAt = now + SealedRegistration.Kept
        });
        if (taken)
        {
            letters.Write(db, email, L["您已有账号"], L["有人用这个邮箱登记企业，但这个邮箱已有账号。如果是您，请先登录，再到首页登记企业；忘了密码可以重设。"], L["不是您的话，不用理会这封邮件。"]);
        }
        else
        {
            letters.Write(db, email, L["验证码 {0}", code], L["您正在登记企业，验证码是 {0}，30 分钟内有效。", code], L["不是您的话，不用理会这封邮件。"]);
        }

        await db.SaveChangesAsync(cancellation);
        return id;
    }

    /// <summary>Adds the use of the code to what the context will save; false when it is not the right one. After five tries no code is.</summary>
    public async Task<bool> IsProvenAsync(PortalDbContext db, Guid proofId, string code, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var key = SecretKey.Hash($"mail-proof:{proofId}");
        var tries = await db.GuessCounters.Where(c => c.Key == key && c.Failures >= TriesMax).AnyAsync(cancellation);
        var used = tries ? 0 : await db.OneTimeLinks
            .Where(l => l.Id == proofId && l.Purpose == LinkPurpose.MailProof && l.SecretHash == HashOf(proofId, code) && l.UsedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), cancellation);
        return used == 1;
    }

    /// <summary>Counts a wrong code, on a connection of its own so that it is counted whatever becomes of the request.</summary>
    public async Task CountMistakeAsync(Guid proofId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (key, now) = (SecretKey.Hash($"mail-proof:{proofId}"), time.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO guess_counters (key, failures, last_at, wait_until) VALUES ({key}, 1, {now}, {now})
             ON CONFLICT (key) DO UPDATE SET failures = guess_counters.failures + 1, last_at = {now}
             """, cancellation);
    }

    private static string HashOf(Guid id, string code) => SecretKey.Hash($"{id}:{code}");
}
