using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Data.Accounts;

internal sealed class StaffGrantConfiguration : IEntityTypeConfiguration<StaffGrant>
{
    public void Configure(EntityTypeBuilder<StaffGrant> grant)
    {
        grant.ToTable("staff_grants");
        grant.Property(g => g.Id).ValueGeneratedNever();
        grant.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Cascade);
        grant.HasOne<Region>().WithMany().HasForeignKey(g => g.RegionCode).OnDelete(DeleteBehavior.Restrict);
        grant.HasIndex(g => new { g.AccountId, g.Role, g.RegionCode }).IsUnique().AreNullsDistinct(false);

        // Of the three administrators nobody is two.
        grant.HasIndex(g => g.AccountId, "ix_staff_grants_one_administrator").IsUnique()
            .HasFilter("role IN ('SystemAdministrator', 'SecurityAdministrator', 'AuditAdministrator')");
    }
}
