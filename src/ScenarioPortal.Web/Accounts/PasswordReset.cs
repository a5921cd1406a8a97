using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Mail;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// A new password by mail. It stands in for the password only: who has a second factor still gives it. All sessions end.
/// </summary>
internal sealed class PasswordReset(
    AccountDatabase accounts, UserManager<Account> users, OneTimeLinks links, PasswordKeeper passwords, GuessLimit guesses, Letters letters, AuditTrail audit)
{
    /// <summary>Writes the mail, if there is somebody to write to. Asked too often, it does nothing, and says nothing either.</summary>
    public async Task AskAsync(string email, CancellationToken cancellation)
    {
        var subject = users.NormalizeEmail(email.Trim());
        if (await guesses.TakeAsync(GuessKind.ResetMail, subject, cancellation) is not null)
        {
            return;
        }

        var account = await users.FindByEmailAsync(email.Trim());
        if (account is { DisabledAt: null, ErasedAt: null, IsDemonstration: false })
        {
            links.ResetPassword(accounts.Db, account);
        }

        audit.Note(accounts.Db, new Act { Action = "account.ask-reset", SubjectKind = "account" });
        await accounts.Db.SaveChangesAsync(cancellation);
    }

    /// <summary>The account that this link is for, if it can still be used.</summary>
    public async Task<(OneTimeLink Link, Account Account)?> FindAsync(string secret, CancellationToken cancellation)
    {
        var link = await links.FindAsync(accounts.Db, LinkPurpose.PasswordReset, secret, cancellation);
        var account = link is null ? null : await accounts.Db.Accounts.SingleOrDefaultAsync(a => a.Id == link.AccountId, cancellation);
        return account is { DisabledAt: null, ErasedAt: null } ? (link!, account) : null;
    }

    /// <summary>Why the password cannot be taken; null when it was set.</summary>
    public async Task<string?> SetAsync(OneTimeLink link, Account account, string password, CancellationToken cancellation)
    {
        var db = accounts.Db;
        if (await passwords.RefusalOfAsync(db, account, password, cancellation) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await links.UseAsync(db, link, cancellation))
        {
            passwords.Set(db, account, password);
            account.EmailConfirmed = true;
            audit.Note(db, new Act { Action = "account.reset-password", SubjectKind = "account", Subject = account.Id });
            letters.PasswordChanged(db, account.Email!);
            await db.SaveChangesAsync(cancellation);
            await SessionKeeper.EndOthersAsync(db, account.Id, except: null, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return null;
    }
}
