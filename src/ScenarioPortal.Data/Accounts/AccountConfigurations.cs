using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ScenarioPortal.Data.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.DisplayName).HasMaxLength(Account.NameMaxLength);
        foreach (var name in (string[])[nameof(Account.Email), nameof(Account.NormalizedEmail), nameof(Account.UserName), nameof(Account.NormalizedUserName)])
        {
            account.Property(name).HasMaxLength(Account.EmailMaxLength);
        }

        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        account.Ignore(a => a.PhoneNumber);
        account.Ignore(a => a.PhoneNumberConfirmed);
        account.Ignore(a => a.TwoFactorEnabled);

        // Guessing is slowed by counters of its own: a lockout would let a stranger keep the owner out.
        account.Ignore(a => a.LockoutEnabled);
        account.Ignore(a => a.LockoutEnd);
        account.Ignore(a => a.AccessFailedCount);
        account.HasIndex(a => a.NormalizedEmail).IsUnique();
        account.HasIndex(a => a.NormalizedUserName).IsUnique();
    }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("passkeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1024);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("recovery_codes");
        code.Property(c => c.Id).ValueGeneratedNever();
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        code.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
    }
}

internal sealed class FormerPasswordConfiguration : IEntityTypeConfiguration<FormerPassword>
{
    public void Configure(EntityTypeBuilder<FormerPassword> password)
    {
        password.ToTable("former_passwords");
        password.Property(p => p.Id).ValueGeneratedNever();
        password.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
        password.HasIndex(p => new { p.AccountId, p.ReplacedAt });
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.KeyHash).HasMaxLength(64).IsFixedLength();
        session.Property(s => s.Factors).HasConversion<int>();
        session.Property(s => s.Device).HasMaxLength(Session.DeviceMaxLength);
        session.Property(s => s.Address).HasMaxLength(Session.AddressMaxLength);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> link)
    {
        link.ToTable("one_time_links");
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.SecretHash).HasMaxLength(64).IsFixedLength();
        link.Property(l => l.Email).HasMaxLength(Account.EmailMaxLength);
        link.Property(l => l.Invitation).HasJsonConversion();
        link.HasIndex(l => l.SecretHash).IsUnique();
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class GuessCounterConfiguration : IEntityTypeConfiguration<GuessCounter>
{
    public void Configure(EntityTypeBuilder<GuessCounter> counter)
    {
        counter.ToTable("guess_counters");
        counter.HasKey(c => c.Key);
        counter.Property(c => c.Key).HasMaxLength(GuessCounter.KeyMaxLength);
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("consents");
        consent.Property(c => c.Id).ValueGeneratedNever();
        consent.Property(c => c.Version).HasMaxLength(Consent.VersionMaxLength);
        consent.Property(c => c.Address).HasMaxLength(Session.AddressMaxLength);
        consent.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        consent.HasIndex(c => new { c.AccountId, c.Purpose });
    }
}
