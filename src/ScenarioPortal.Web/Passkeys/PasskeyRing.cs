using Microsoft.AspNetCore.Identity;
using ScenarioPortal.Data;

namespace ScenarioPortal.Web.Passkeys;

/// <summary>The passkeys of one account: so many, each with a name by which its owner knows it.</summary>
internal static class PasskeyRing
{
    public const int Most = 10;
    public const int NameMaxLength = 40;

    extension(PortalDbContext db)
    {
        public IQueryable<IdentityUserPasskey<Guid>> PasskeysOf(Guid account) => db.Passkeys.Where(p => p.UserId == account);
    }

    extension(UserPasskeyInfo made)
    {
        /// <summary>As it is stored. What the device said about itself when it was made is checked by then, and not kept.</summary>
        public IdentityUserPasskey<Guid> StoredFor(Guid account, string name, DateTimeOffset now) => new()
        {
            UserId = account,
            CredentialId = made.CredentialId,
            Data = new IdentityPasskeyData
            {
                PublicKey = made.PublicKey,
                Name = name,
                CreatedAt = now,
                SignCount = made.SignCount,
                Transports = made.Transports,
                IsUserVerified = made.IsUserVerified,
                IsBackupEligible = made.IsBackupEligible,
                IsBackedUp = made.IsBackedUp,
                AttestationObject = [],
                ClientDataJson = []
            }
        };
    }
}
