using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Privacy;

/// <summary>
/// Removes a person from the portal: what says something about them goes, what they signed in with goes, they leave their organisations. The row of the
/// account stays as a pseudonym, so that the audit trail, which nobody can change, still tells one actor from another.
/// </summary>
internal sealed class Erasure(AuditTrail audit, TimeProvider time)
{
    private const int LastAdministratorLock = 20260104;

    public async Task EraseAsync(PortalDbContext db, Account account, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.RemoveRange(await db.ContactsOf(account).ToListAsync(cancellation));
        await LeaveAsync(db, account.Id, cancellation);
        await HandOverAsync(db, account.Id, cancellation);
        await RemoveAsync(db, account, time.GetUtcNow(), cancellation);
        var alias = string.Create(CultureInfo.InvariantCulture, $"{account.Id:N}@erased.invalid");
        account.DisplayName = "";
        (account.Email, account.UserName) = (alias, alias);
        (account.NormalizedEmail, account.NormalizedUserName) = (alias.ToUpperInvariant(), alias.ToUpperInvariant());
        (account.PasswordHash, account.TotpSecret, account.TotpStep, account.PasswordChangedAt) = (null, null, null, null);
        (account.EmailConfirmed, account.SecurityStamp) = (false, null);
        account.ErasedAt = time.GetUtcNow();
        audit.Note(db, new Act { Action = "account.erase", SubjectKind = "account", Subject = account.Id });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>An organisation is never left without an owner; two owners who leave at once wait for each other.</summary>
    private static async Task LeaveAsync(PortalDbContext db, Guid account, CancellationToken cancellation)
    {
        var organisations = await db.Memberships.Where(m => m.AccountId == account).Select(m => m.OrganisationId).ToListAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM organisations WHERE id = ANY ({organisations}) ORDER BY id FOR UPDATE", cancellation);
        var members = await db.Memberships.Where(m => organisations.Contains(m.OrganisationId)).ToListAsync(cancellation);
        foreach (var mine in members.Where(m => m.AccountId == account))
        {
            mine.Leave(members.Count(m => m.OrganisationId == mine.OrganisationId && m.AccountId != account && m.Role is MemberRole.Owner));
            db.Remove(mine);
        }
    }

    /// <summary>The portal is never left without one of its administrators; the last two of a post who leave at once wait for each other.</summary>
    private static async Task HandOverAsync(PortalDbContext db, Guid account, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LastAdministratorLock})", cancellation);
        SeparateDuties.RequireSuccessor(await db.AdministeredOnlyBy(account).ToListAsync(cancellation));
    }

    private static async Task RemoveAsync(PortalDbContext db, Account account, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = account.Id;
        await db.Sessions.Where(s => s.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.KeptForms.Where(f => f.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.Passkeys.Where(p => p.UserId == id).ExecuteDeleteAsync(cancellation);
        await db.RecoveryCodes.Where(c => c.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.FormerPasswords.Where(p => p.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.LinksFor(account).ExecuteDeleteAsync(cancellation);
        await db.FactorResets.Where(r => r.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.StaffGrants.Where(g => g.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.MailTo(account).ExecuteDeleteAsync(cancellation);
        await db.QuestionAskers.Where(a => a.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.Watches.Where(w => w.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.Notifications.Where(n => n.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.NotificationChoices.Where(c => c.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.OrganisationClaims.Where(c => c.AccountId == id && c.DecidedAt == null).ExecuteDeleteAsync(cancellation);
        await db.OrganisationClaims.Where(c => c.AccountId == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Statement, ""), cancellation);
        await db.Consents.Where(c => c.AccountId == id).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Address, (string?)null).SetProperty(c => c.WithdrawnAt, c => c.WithdrawnAt ?? now), cancellation);
    }
}
