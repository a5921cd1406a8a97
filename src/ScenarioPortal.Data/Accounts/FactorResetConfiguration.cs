using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.Accounts;

namespace ScenarioPortal.Data.Accounts;

internal sealed class FactorResetConfiguration : IEntityTypeConfiguration<FactorReset>
{
    public void Configure(EntityTypeBuilder<FactorReset> reset)
    {
        reset.ToTable("factor_resets", t => t.HasCheckConstraint("ck_factor_resets_two_people", "confirmed_by IS NULL OR (confirmed_by <> proposed_by AND confirmed_by <> account_id)"));
        reset.Property(r => r.Id).ValueGeneratedNever();
        reset.Property(r => r.Revision).IsConcurrencyToken();
        reset.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        reset.HasIndex(r => r.AccountId).IsUnique().HasFilter("confirmed_at IS NULL");
    }
}
