using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Mail;

namespace ScenarioPortal.Web.Accounts;

/// <summary>The second step: a code of the authenticator app, or a recovery code in its place.</summary>
internal sealed class CodeSignIn(
    AccountDatabase accounts, SecondFactor factor, GuessLimit guesses, SessionKeeper sessions, KnownDevice devices, Letters letters, AuditTrail audit, TimeProvider time)
{
    public async Task<Attempt> TryAsync(Person person, string code, bool isRecoveryCode, CancellationToken cancellation)
    {
        var db = accounts.Db;
        var account = await db.Accounts.SingleAsync(a => a.Id == person.AccountId, cancellation);
        var subject = account.NormalizedEmail!;
        if (await guesses.TakeAsync(GuessKind.Code, subject, cancellation) is { } until)
        {
            return Attempt.Waits(until);
        }

        var right = isRecoveryCode
            ? await RecoveryCodes.UseAsync(db, account.Id, code, time.GetUtcNow(), cancellation)
            : await factor.ProvesAsync(db, account, code, cancellation);
        if (!right)
        {
            audit.Note(db, new Act { Action = "session.code", SubjectKind = "account", Subject = account.Id, Result = AuditResult.Refused });
            await db.SaveChangesAsync(cancellation);
            return Attempt.Wrong;
        }

        if (isRecoveryCode)
        {
            letters.RecoveryCodeUsed(db, account.Email!);
            await db.SaveChangesAsync(cancellation);
        }

        await guesses.ForgetAsync(GuessKind.Code, subject, cancellation);
        await sessions.StartAsync(account.Id, person.Factors | (isRecoveryCode ? Factors.RecoveryCode : Factors.TimeCode), cancellation);
        devices.Remember(subject);
        return Attempt.Right;
    }
}
