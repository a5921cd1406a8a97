using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Web.Accounts;

/// <summary>The authenticator app of an account: set up, proved, taken away. The caller saves, notes the act and tells the person by mail.</summary>
internal sealed class SecondFactor(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _stored = protection.CreateProtector("second-factor");
    private readonly ITimeLimitedDataProtector _offered = protection.CreateProtector("second-factor.offer").ToTimeLimitedDataProtector();
    private static readonly TimeSpan OfferHolds = TimeSpan.FromHours(1);

    /// <summary>A new secret on its way to the app: it travels with the form, sealed for this account, and is stored once a code proves that it arrived.</summary>
    public string Offer(Guid accountId, byte[] secret) => _offered.Protect($"{accountId:N}{Convert.ToHexString(secret)}", OfferHolds);

    public byte[]? OfferedTo(Guid accountId, string? offer)
    {
        try
        {
            var text = _offered.Unprotect(offer ?? "");
            return text.StartsWith($"{accountId:N}", StringComparison.Ordinal) ? Convert.FromHexString(text.AsSpan(32)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether the code is right and was not used before. It is used now, whoever else tries it at the same moment.</summary>
    public async Task<bool> ProvesAsync(PortalDbContext db, Account account, string code, CancellationToken cancellation)
    {
        if (account.TotpSecret is not { } secret
            || TimeCode.StepOf(Convert.FromHexString(_stored.Unprotect(secret)), code, time.GetUtcNow(), account.TotpStep) is not { } step)
        {
            return false;
        }

        return await db.Accounts.Where(a => a.Id == account.Id && (a.TotpStep == null || a.TotpStep < step))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.TotpStep, step), cancellation) == 1;
    }

    /// <summary>Takes the offered secret as the account's, if the code proves that the app has it.</summary>
    public bool SetUp(Account account, byte[] secret, string code)
    {
        if (TimeCode.StepOf(secret, code, time.GetUtcNow(), lastStep: null) is not { } step)
        {
            return false;
        }

        account.TotpSecret = _stored.Protect(Convert.ToHexString(secret));
        account.TotpStep = step;
        account.ConcurrencyStamp = $"{Guid.CreateVersion7()}";
        return true;
    }

    public static void Remove(Account account)
    {
        account.TotpSecret = null;
        account.TotpStep = null;
        account.ConcurrencyStamp = $"{Guid.CreateVersion7()}";
    }
}
