using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Mail;

namespace ScenarioPortal.Web.Privacy;

/// <summary>Another mail address for an account: a link goes there, and whoever opens it proves that it is theirs. The caller saves.</summary>
internal sealed class MailChange(PortalAddress address, Letters letters, ILookupNormalizer normalizer, OwnContacts contacts, IStringLocalizer<Texts> L, TimeProvider time)
{
    private static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    /// <summary>An address that has an account already gets a letter that says so; whoever asked sees no difference.</summary>
    public async Task AskAsync(PortalDbContext db, Account account, string email, CancellationToken cancellation)
    {
        if (await IsTakenAsync(db, email, cancellation))
        {
            letters.Write(db, email, L["更换邮箱"], L["有人想把账号的邮箱换成这个地址，但这个地址已有账号，所以没有换。不是您的话，不用理会。"]);
            return;
        }

        var (secret, now) = (SecretKey.New(), time.GetUtcNow());
        db.Add(new OneTimeLink { Purpose = LinkPurpose.MailProof, SecretHash = SecretKey.Hash(secret), Email = email, AccountId = account.Id, CreatedAt = now, ExpiresAt = now + Holds });
        letters.Write(db, email, L["更换邮箱"], L["请在 24 小时内登录后打开下面的地址，确认把账号的邮箱换成这一个："], address.Of(Links.MailProof(secret)), L["不是您的话，不用理会这封邮件。"]);
    }

    /// <summary>The link of this secret, if it is this account's and can still be used.</summary>
    public Task<OneTimeLink?> FindAsync(PortalDbContext db, Guid account, string secret, CancellationToken cancellation)
    {
        var (hash, now) = (SecretKey.Hash(secret), time.GetUtcNow());
        return db.OneTimeLinks.SingleOrDefaultAsync(
            l => l.SecretHash == hash && l.Purpose == LinkPurpose.MailProof && l.AccountId == account && l.UsedAt == null && l.ExpiresAt > now, cancellation);
    }

    /// <summary>Takes the new address; false when somebody else has it by now.</summary>
    public async Task<bool> TakeAsync(PortalDbContext db, Account account, OneTimeLink link, CancellationToken cancellation)
    {
        if (await IsTakenAsync(db, link.Email, cancellation))
        {
            return false;
        }

        await contacts.MoveAsync(db, account, link.Email, cancellation);
        letters.Write(db, account.Email!, L["邮箱已更换"], L["您账号的邮箱刚刚换成了另一个，其他设备上的登录都已退出。"], L["如果不是您本人，请马上联系平台运营方。"]);
        link.UsedAt = time.GetUtcNow();
        var normal = normalizer.NormalizeEmail(link.Email);
        (account.Email, account.UserName, account.NormalizedEmail, account.NormalizedUserName) = (link.Email, link.Email, normal, normal);
        account.EmailConfirmed = true;
        return true;
    }

    private Task<bool> IsTakenAsync(PortalDbContext db, string email, CancellationToken cancellation)
    {
        var normal = normalizer.NormalizeEmail(email);
        return db.Accounts.AnyAsync(a => a.NormalizedEmail == normal, cancellation);
    }
}
