using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Data.Pairings;

internal sealed class PairingConfiguration : IEntityTypeConfiguration<Pairing>
{
    public void Configure(EntityTypeBuilder<Pairing> pairing)
    {
        pairing.ToTable("pairings");
        pairing.Property(p => p.Id).ValueGeneratedNever();
        pairing.Property(p => p.Number).HasMaxLength(Pairing.NumberMaxLength);
        pairing.Property(p => p.NeedTitle).HasMaxLength(Opportunity.TitleMaxLength);
        pairing.Property(p => p.CapabilityTitle).HasMaxLength(Capability.TitleMaxLength);
        pairing.Property(p => p.Steps).HasJsonConversion();
        pairing.Property(p => p.Revision).IsConcurrencyToken();
        pairing.Ignore(p => p.WaitsFor);
        pairing.Ignore(p => p.PlanWaits);
        // FromSql of pairings looks for these under other names: rows are locked first and then read.
        pairing.ComplexProperty(p => p.Proof, proof =>
        {
            proof.Property(p => p.PlanNumber).HasColumnName("plan_number");
            proof.Property(p => p.PlanBy).HasColumnName("plan_by");
            proof.Property(p => p.PlanAgreedAt).HasColumnName("plan_agreed_at");
            proof.Property(p => p.PlanFrozenAt).HasColumnName("plan_frozen_at");
            proof.Property(p => p.ResultNumber).HasColumnName("result_number");
            proof.Property(p => p.Outcome).HasColumnName("outcome");
            proof.Ignore(p => p.PlanWaitsFor);
        });
        pairing.HasOne<Opportunity>().WithMany().HasForeignKey(p => p.OpportunityId).OnDelete(DeleteBehavior.Restrict);
        pairing.HasOne<Capability>().WithMany().HasForeignKey(p => p.CapabilityId).OnDelete(DeleteBehavior.Restrict);
        pairing.HasOne<Organisation>().WithMany().HasForeignKey(p => p.PublisherId).OnDelete(DeleteBehavior.Restrict);
        pairing.HasOne<Organisation>().WithMany().HasForeignKey(p => p.CompanyId).OnDelete(DeleteBehavior.Restrict);
        pairing.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OperatorId).OnDelete(DeleteBehavior.Restrict);
        pairing.HasOne<Region>().WithMany().HasForeignKey(p => p.RegionCode).OnDelete(DeleteBehavior.Restrict);
        pairing.HasOne<Field>().WithMany().HasForeignKey(p => p.FieldCode).OnDelete(DeleteBehavior.Restrict);
        pairing.HasIndex(p => p.Number).IsUnique();
        pairing.HasIndex(p => new { p.OpportunityId, p.CapabilityId }).IsUnique().HasFilter($"{Alive} AND NOT is_veiled");
        pairing.HasIndex([nameof(Pairing.OpportunityId), nameof(Pairing.CapabilityId)], "ix_pairings_veiled_pair").HasDatabaseName("ix_pairings_veiled_pair").IsUnique().HasFilter($"{Alive} AND is_veiled");
        pairing.HasIndex([nameof(Pairing.PublisherId)], "ix_pairings_veiled").HasDatabaseName("ix_pairings_veiled").HasFilter("is_veiled");
        pairing.HasIndex(p => p.CapabilityId);
        pairing.HasIndex(p => new { p.PublisherId, p.MovedAt });
        pairing.HasIndex(p => new { p.CompanyId, p.MovedAt });
        pairing.HasIndex(p => p.OperatorId).HasFilter("operator_id IS NOT NULL");
        pairing.HasIndex(p => p.MovedAt).HasFilter("shown <> 'Hidden'");
        pairing.HasIndex(p => p.AnswerDueAt).HasFilter("answer_due_at IS NOT NULL");
        pairing.HasIndex(p => p.StuckAt).HasFilter("stuck_at IS NOT NULL");

        pairing.OwnsMany(p => p.Events, happened =>
        {
            happened.ToTable("pairing_events");
            happened.WithOwner().HasForeignKey("PairingId");
            happened.HasKey("PairingId", nameof(PairingEvent.Number));
            happened.Property(e => e.Number).ValueGeneratedNever();
            happened.Property(e => e.Note).HasMaxLength(PairingEvent.NoteMaxLength);
            happened.Property(e => e.Answers).HasJsonConversion();
            happened.Property(e => e.ContentHash).HasMaxLength(ContentHash.Length).IsFixedLength();
            happened.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
            happened.HasIndex(e => e.AccountId).HasFilter("account_id IS NOT NULL");
        });
    }

    /// <summary>Two can meet again after it ended, but not twice at once. An interest without a name stands beside an invitation, which must not tell whose it is.</summary>
    private const string Alive = "state NOT IN ('Declined', 'Withdrawn', 'Lapsed', 'EndedWithinLimits', 'Terminated')";
}
