using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ScenarioPortal.Data.Accounts;

internal sealed class KeptFormConfiguration : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> form)
    {
        form.ToTable("kept_forms");
        form.HasKey(f => f.KeyHash);
        form.Property(f => f.KeyHash).HasMaxLength(64).IsFixedLength();
        form.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
        form.HasIndex(f => f.AccountId);
        form.HasIndex(f => f.ExpiresAt);
    }
}
