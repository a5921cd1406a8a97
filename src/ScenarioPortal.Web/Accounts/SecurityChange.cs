using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Mail;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// Saves a change of what an account signs in with, and what follows from it: every other session ends, the person is told by mail, the trail says so.
/// </summary>
internal sealed class SecurityChange(IHttpContextAccessor http, AuditTrail audit, Letters letters)
{
    public Task SavePasswordAsync(PortalDbContext db, Account account, CancellationToken cancellation)
    {
        letters.PasswordChanged(db, account.Email!);
        return SaveAsync(db, account, "password.change", cancellation);
    }

    /// <param name="db">Where the change was made; it can write accounts and sessions.</param>
    /// <param name="account">Whose.</param>
    /// <param name="action">For the trail, such as <c>passkey.add</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task SaveFactorsAsync(PortalDbContext db, Account account, string action, CancellationToken cancellation)
    {
        letters.SecondFactorChanged(db, account.Email!);
        return SaveAsync(db, account, action, cancellation);
    }

    /// <summary>For a change of which the person was told already.</summary>
    public async Task SaveAsync(PortalDbContext db, Account account, string action, CancellationToken cancellation)
    {
        var current = http.HttpContext?.Person.SessionId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await SessionKeeper.EndOthersAsync(db, account.Id, current, cancellation);
        audit.Note(db, new Act { Action = action, SubjectKind = "account", Subject = account.Id });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
