using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Credit;

internal sealed class CreditEntryConfiguration : IEntityTypeConfiguration<CreditEntry>
{
    public void Configure(EntityTypeBuilder<CreditEntry> entry)
    {
        entry.ToTable("credit_entries", t => t.HasCheckConstraint("ck_credit_entries_numbers", "points <> 0 AND half_life > 0"));
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.RuleCode).HasMaxLength(CreditRule.CodeMaxLength);
        entry.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Pairing>().WithMany().HasForeignKey(e => e.PairingId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<CreditEntry>().WithMany().HasForeignKey(e => e.CancelsId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.OrganisationId, e.At });
        entry.HasIndex(e => new { e.PairingId, e.EventNumber, e.OrganisationId, e.RuleCode }).IsUnique().HasFilter("cancels_id IS NULL");
        entry.HasIndex(e => e.CancelsId).IsUnique().HasFilter("cancels_id IS NOT NULL");
    }
}

internal sealed class CreditAppealConfiguration : IEntityTypeConfiguration<CreditAppeal>
{
    public void Configure(EntityTypeBuilder<CreditAppeal> appeal)
    {
        appeal.ToTable("credit_appeals");
        appeal.HasKey(a => a.EntryId);
        appeal.Property(a => a.EntryId).ValueGeneratedNever();
        appeal.Property(a => a.Text).HasMaxLength(CreditAppeal.TextMaxLength);
        appeal.Property(a => a.Reason).HasMaxLength(CreditAppeal.TextMaxLength);
        appeal.Property(a => a.Revision).IsConcurrencyToken();
        appeal.HasOne<CreditEntry>().WithOne().HasForeignKey<CreditAppeal>(a => a.EntryId).OnDelete(DeleteBehavior.Restrict);
        appeal.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        appeal.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
        appeal.HasOne<Account>().WithMany().HasForeignKey(a => a.DecidedBy).OnDelete(DeleteBehavior.Restrict);
        appeal.HasIndex(a => a.AskedAt).HasFilter("decided_at IS NULL");
    }
}

internal sealed class CreditStandingConfiguration : IEntityTypeConfiguration<CreditStanding>
{
    public void Configure(EntityTypeBuilder<CreditStanding> standing)
    {
        standing.ToTable("credit_standings");
        standing.HasKey(s => s.OrganisationId);
        standing.Property(s => s.OrganisationId).ValueGeneratedNever();
        standing.Property(s => s.Credit).HasPrecision(12, 2);
        standing.HasOne<Organisation>().WithOne().HasForeignKey<CreditStanding>(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
