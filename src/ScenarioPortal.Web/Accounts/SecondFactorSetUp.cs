using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Mail;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Gives an account its authenticator app and recovery codes, ends its other sessions, and tells the person by mail.</summary>
internal sealed class SecondFactorSetUp(
    AccountDatabase accounts, SecondFactor factor, SessionKeeper sessions, KnownDevice devices, Letters letters, AuditTrail audit)
{
    /// <summary>The recovery codes, told once; null when the code did not prove that the app has the secret.</summary>
    public async Task<IReadOnlyList<string>?> TryAsync(Person person, byte[] secret, string code, CancellationToken cancellation)
    {
        var db = accounts.Db;
        var account = await db.Accounts.SingleAsync(a => a.Id == person.AccountId, cancellation);
        if (!factor.SetUp(account, secret, code))
        {
            return null;
        }

        var codes = await RecoveryCodes.ReplaceAsync(db, account.Id, cancellation);
        audit.Note(db, new Act { Action = "account.set-second-factor", SubjectKind = "account", Subject = account.Id });
        letters.SecondFactorChanged(db, account.Email!);
        await db.SaveChangesAsync(cancellation);
        await SessionKeeper.EndOthersAsync(db, account.Id, person.SessionId, cancellation);
        await sessions.StartAsync(account.Id, person.Factors | Factors.TimeCode, cancellation);
        devices.Remember(account.NormalizedEmail!);
        return codes;
    }
}
