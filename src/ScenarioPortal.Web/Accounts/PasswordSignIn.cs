using Microsoft.AspNetCore.Identity;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Signs somebody in by mail address and password. Whether an account exists, neither the answer tells nor the time it takes.</summary>
internal sealed class PasswordSignIn(
    AccountDatabase accounts, UserManager<Account> users, PasswordKeeper passwords, GuessLimit guesses, SessionKeeper sessions, KnownDevice devices, AuditTrail audit)
{
    public async Task<Attempt> TryAsync(string email, string password, CancellationToken cancellation)
    {
        var subject = users.NormalizeEmail(email.Trim());
        if (await guesses.TakeAsync(GuessKind.Password, subject, cancellation) is { } until)
        {
            await NoteRefusalAsync("waits", cancellation);
            return Attempt.Waits(until);
        }

        var account = await users.FindByEmailAsync(email.Trim());
        var open = account is { DisabledAt: null, ErasedAt: null } ? account : null;
        if (!passwords.Verify(open, password))
        {
            await NoteRefusalAsync("wrong", cancellation);
            return Attempt.Wrong;
        }

        await accounts.Db.SaveChangesAsync(cancellation);
        await guesses.ForgetAsync(GuessKind.Password, subject, cancellation);
        await sessions.StartAsync(open!.Id, Factors.Password, cancellation);
        if (open.IsDemonstration)
        {
            devices.Remember(subject);
        }

        return Attempt.Right;
    }

    private async Task NoteRefusalAsync(string why, CancellationToken cancellation)
    {
        audit.Note(accounts.Db, new Act { Action = "session.start", SubjectKind = "account", Result = AuditResult.Refused, Detail = new { why } });
        await accounts.Db.SaveChangesAsync(cancellation);
    }
}

/// <summary>How an attempt ended.</summary>
internal sealed record Attempt
{
    public static readonly Attempt Right = new() { IsRight = true };
    public static readonly Attempt Wrong = new();

    public bool IsRight { get; private init; }

    /// <summary>Not tried at all: too many were wrong before.</summary>
    public DateTimeOffset? WaitUntil { get; private init; }

    public static Attempt Waits(DateTimeOffset until) => new() { WaitUntil = until };
}
