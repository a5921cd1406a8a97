using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Data.Opportunities;

internal sealed class WatchConfiguration : IEntityTypeConfiguration<Watch>
{
    public void Configure(EntityTypeBuilder<Watch> watch)
    {
        watch.ToTable("watches");
        watch.HasKey(w => new { w.AccountId, w.OpportunityId });
        watch.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.Cascade);
        watch.HasOne<Opportunity>().WithMany().HasForeignKey(w => w.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        watch.HasIndex(w => w.OpportunityId);
    }
}
