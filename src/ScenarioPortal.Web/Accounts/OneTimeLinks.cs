using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Mail;

namespace ScenarioPortal.Web.Accounts;

/// <summary>Makes and finds links that work once. The link and its mail are saved with what they belong to.</summary>
internal sealed class OneTimeLinks(PortalAddress address, Letters letters, TimeProvider time)
{
    public static readonly TimeSpan InvitationHolds = TimeSpan.FromHours(24);
    public static readonly TimeSpan ResetHolds = TimeSpan.FromMinutes(30);

    /// <summary>Invites by mail.</summary>
    public void Invite(PortalDbContext db, Invited invited) => letters.Invite(db, invited.Email, invited.Promised, InvitationAddress(db, invited));

    /// <summary>Invites by word of mouth: whoever prints the address hands it over.</summary>
    public string InvitationAddress(PortalDbContext db, Invited invited)
    {
        var secret = Add(db, LinkPurpose.Invitation, InvitationHolds, invited.Email, null, invited);
        return address.Of(Links.Invitation(secret));
    }

    public void ResetPassword(PortalDbContext db, Account account)
    {
        var secret = Add(db, LinkPurpose.PasswordReset, ResetHolds, account.Email!, account.Id, null);
        letters.ResetPassword(db, account.Email!, address.Of(Links.Reset(secret)));
    }

    /// <summary>The link of this secret, if it can still be used.</summary>
    public Task<OneTimeLink?> FindAsync(PortalDbContext db, LinkPurpose purpose, string secret, CancellationToken cancellation)
    {
        var (hash, now) = (SecretKey.Hash(secret), time.GetUtcNow());
        return db.OneTimeLinks.AsNoTracking()
            .FirstOrDefaultAsync(l => l.SecretHash == hash && l.Purpose == purpose && l.UsedAt == null && l.ExpiresAt > now, cancellation);
    }

    /// <summary>Uses it up; false when somebody else just did.</summary>
    public async Task<bool> UseAsync(PortalDbContext db, OneTimeLink link, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await db.OneTimeLinks.Where(l => l.Id == link.Id && l.UsedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, now), cancellation) == 1;
    }

    private string Add(PortalDbContext db, LinkPurpose purpose, TimeSpan holds, string email, Guid? account, Invited? invited)
    {
        var secret = SecretKey.New();
        var now = time.GetUtcNow();
        db.Add(new OneTimeLink
        {
            Purpose = purpose,
            SecretHash = SecretKey.Hash(secret),
            Email = email,
            AccountId = account,
            InvitedBy = invited?.By,
            Invitation = invited?.To,
            CreatedAt = now,
            ExpiresAt = now + holds
        });
        return secret;
    }
}

/// <summary>Who is invited to what.</summary>
internal sealed record Invited
{
    /// <summary>Empty when whoever opens the link says it.</summary>
    public required string Email { get; init; }

    public required Invitation To { get; init; }

    /// <summary>What they will be, in words, for the mail.</summary>
    public string Promised { get; init; } = "";

    public Guid? By { get; init; }
}
