using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ScenarioPortal.Data.Outbox;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox");
        message.Property(m => m.Id).UseIdentityAlwaysColumn();
        message.Property(m => m.Transaction).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()").ValueGeneratedOnAdd();
        message.Property(m => m.DueAt).HasDefaultValueSql("now()").ValueGeneratedOnAdd();
        message.Property(m => m.LastError).HasMaxLength(OutboxMessage.ErrorMaxLength);
        message.HasIndex(m => m.Transaction);
        message.HasIndex(m => m.DueAt).HasFilter("done_at IS NULL AND parked_at IS NULL");
    }
}
