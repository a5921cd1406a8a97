using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Whether a password or a code is that of the person who is signed in. Guessing is slowed here too.</summary>
internal sealed class ProofCheck(AccountDatabase accounts, PasswordKeeper passwords, SecondFactor factor, GuessLimit guesses, ProofKeeper proofs, AuditTrail audit)
{
    /// <summary>By password; when it is right, the session knows.</summary>
    public Task<Attempt> TryPasswordAsync(Person person, string password, CancellationToken cancellation) =>
        TryAsync(person, GuessKind.Password, Factors.Password, account => Task.FromResult(passwords.Verify(account, password)), cancellation);

    /// <summary>By a code of the authenticator app.</summary>
    public Task<Attempt> TryCodeAsync(Person person, string code, CancellationToken cancellation) =>
        TryAsync(person, GuessKind.Code, Factors.TimeCode, account => factor.ProvesAsync(accounts.Db, account, code, cancellation), cancellation);

    private async Task<Attempt> TryAsync(Person person, GuessKind kind, Factors given, Func<Account, Task<bool>> isRight, CancellationToken cancellation)
    {
        var account = await accounts.OfAsync(person, cancellation);
        var subject = account.NormalizedEmail!;
        if (await guesses.TakeAsync(kind, subject, cancellation) is { } until)
        {
            return Attempt.Waits(until);
        }

        if (!await isRight(account))
        {
            audit.Note(accounts.Db, new Act { Action = "session.confirm", SubjectKind = "session", Subject = person.SessionId, Result = AuditResult.Refused, Detail = new { factors = given.ToString() } });
            await accounts.Db.SaveChangesAsync(cancellation);
            return Attempt.Wrong;
        }

        await guesses.ForgetAsync(kind, subject, cancellation);
        await proofs.NoteAsync(given, cancellation);
        return Attempt.Right;
    }
}
