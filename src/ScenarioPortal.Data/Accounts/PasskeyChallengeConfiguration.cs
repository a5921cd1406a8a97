using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ScenarioPortal.Data.Accounts;

internal sealed class PasskeyChallengeConfiguration : IEntityTypeConfiguration<PasskeyChallenge>
{
    public void Configure(EntityTypeBuilder<PasskeyChallenge> challenge)
    {
        challenge.ToTable("passkey_challenges");
        challenge.HasKey(c => c.KeyHash);
        challenge.Property(c => c.KeyHash).HasMaxLength(64).IsFixedLength();
        challenge.HasIndex(c => c.ExpiresAt);
    }
}
