using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ScenarioPortal.Data.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.Hash).HasMaxLength(64).IsFixedLength();
        entry.Property(e => e.Actor).HasMaxLength(AuditEntry.ActorMaxLength);
        entry.Property(e => e.Action).HasMaxLength(AuditEntry.ActionMaxLength);
        entry.Property(e => e.SubjectKind).HasMaxLength(AuditEntry.SubjectKindMaxLength);
        entry.Property(e => e.Request).HasMaxLength(AuditEntry.RequestMaxLength);
        entry.Property(e => e.Address).HasMaxLength(AuditEntry.AddressMaxLength);
        entry.Property(e => e.Detail).HasColumnType("jsonb");
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => e.Actor);
    }
}
