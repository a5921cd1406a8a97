using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Privacy;

/// <summary>Everything that is kept about one account, record by record, as the inventory lists it; secrets stay where they are.</summary>
internal sealed class OwnData(DataInventory inventory)
{
    /// <summary>What says something about the person it belongs to, by the name of the kind of record.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        nameof(Account), "Session", "IdentityUserPasskey", nameof(IdentityPasskeyData), "RecoveryCode", "FormerPassword", "FactorReset", "Membership", "StaffGrant",
        "OrganisationContact", "OrganisationClaim", nameof(StoredFile), "OneTimeLink", "Consent", "Watch", "QuestionAsker", "Question", "Notification", "NotificationChoice", "MailMessage", "AuditEntry"
    ];

    /// <summary>Files can be large; each is downloaded where it was handed in.</summary>
    private static readonly (string, string)[] NotAValue = [(nameof(StoredFile), nameof(StoredFile.Content))];

    /// <param name="db">The accounts as the portal sees them.</param>
    /// <param name="account">Whose.</param>
    /// <param name="acts">How many entries of the audit trail, the newest first.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<OwnRecord>> ReadAsync(PortalDbContext db, Account account, int acts, CancellationToken cancellation)
    {
        var (id, actor) = (account.Id, AuditTrail.ActorOf(account.Id));
        var passkeys = await db.Passkeys.AsNoTracking().Where(p => p.UserId == id).ToListAsync(cancellation);
        object[] found =
        [
            account,
            .. await db.SessionsOf(id).AsNoTracking().OrderByDescending(s => s.StartedAt).ThenBy(s => s.Id).ToListAsync(cancellation),
            .. passkeys,
            .. passkeys.Select(p => p.Data),
            .. await db.RecoveryCodes.AsNoTracking().Where(c => c.AccountId == id).ToListAsync(cancellation),
            .. await db.FormerPasswords.AsNoTracking().Where(p => p.AccountId == id).ToListAsync(cancellation),
            .. await db.FactorResets.AsNoTracking().Where(r => r.AccountId == id).ToListAsync(cancellation),
            .. await db.Memberships.AsNoTracking().Where(m => m.AccountId == id).ToListAsync(cancellation),
            .. await db.StaffGrants.AsNoTracking().Where(g => g.AccountId == id).ToListAsync(cancellation),
            .. await db.ContactsOf(account).AsNoTracking().ToListAsync(cancellation),
            .. await db.OrganisationClaims.AsNoTracking().Where(c => c.AccountId == id).ToListAsync(cancellation),
            .. await FilesAsync(db, id, cancellation),
            .. await db.LinksFor(account).Union(db.OneTimeLinks.Where(l => l.InvitedBy == id)).AsNoTracking().ToListAsync(cancellation),
            .. await db.ConsentsOf(id).AsNoTracking().OrderByDescending(c => c.GivenAt).ThenBy(c => c.Id).ToListAsync(cancellation),
            .. await db.Watches.AsNoTracking().Where(w => w.AccountId == id).OrderByDescending(w => w.Since).ThenBy(w => w.OpportunityId).ToListAsync(cancellation),
            .. await db.QuestionAskers.AsNoTracking().Where(a => a.AccountId == id).ToListAsync(cancellation),
            .. await db.Questions.AsNoTracking().Where(q => db.QuestionAskers.Any(a => a.QuestionId == q.Id && a.AccountId == id)).OrderByDescending(q => q.AskedAt).ThenBy(q => q.Id).ToListAsync(cancellation),
            .. await db.Notifications.AsNoTracking().Where(n => n.AccountId == id).OrderByDescending(n => n.CreatedAt).ThenBy(n => n.Id).ToListAsync(cancellation),
            .. await db.NotificationChoices.AsNoTracking().Where(c => c.AccountId == id).OrderBy(c => c.Kind).ToListAsync(cancellation),
            .. await db.MailTo(account).AsNoTracking().ToListAsync(cancellation),
            .. await db.Audit.AsNoTracking().Where(a => a.Actor == actor).OrderByDescending(a => a.Sequence).Take(acts).ToListAsync(cancellation)
        ];
        var kept = (await inventory.ReadAsync()).Where(l => l.Class is not DataClass.Secret && !NotAValue.Contains((l.Entity, l.Property)))
            .ToLookup(l => l.Entity, l => l.Property);
        return [.. found.Select(record => RecordOf(record, kept))];
    }

    /// <summary>Without their content.</summary>
    private static async Task<IEnumerable<StoredFile>> FilesAsync(PortalDbContext db, Guid account, CancellationToken cancellation)
    {
        var files = await db.StoredFiles.Where(f => f.UploadedBy == account)
            .Select(f => new { f.Id, f.OrganisationId, f.Purpose, f.Name, f.ContentType, f.Size, f.UploadedAt }).ToListAsync(cancellation);
        return files.Select(f => new StoredFile
        {
            Id = f.Id,
            OrganisationId = f.OrganisationId,
            Purpose = f.Purpose,
            Name = f.Name,
            ContentType = f.ContentType,
            Size = f.Size,
            Content = [],
            UploadedAt = f.UploadedAt,
            UploadedBy = account
        });
    }

    private static OwnRecord RecordOf(object record, ILookup<string, string> kept)
    {
        var type = record.GetType();
        var kind = type.Name.Split('`')[0];
        var properties = kept[kind].Select(type.GetProperty).OfType<System.Reflection.PropertyInfo>();
        return new OwnRecord(kind, properties.ToDictionary(p => p.Name, p => p.GetValue(record)));
    }
}

/// <summary>One record with its values by name.</summary>
internal sealed record OwnRecord(string Kind, IReadOnlyDictionary<string, object?> Values);
