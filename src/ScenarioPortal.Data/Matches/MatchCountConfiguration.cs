using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Data.Matches;

internal sealed class MatchCountConfiguration : IEntityTypeConfiguration<MatchCount>
{
    public void Configure(EntityTypeBuilder<MatchCount> count)
    {
        count.HasKey(c => c.Id);
        count.HasOne<Opportunity>().WithMany().HasForeignKey(c => c.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        count.HasOne<Capability>().WithMany().HasForeignKey(c => c.CapabilityId).OnDelete(DeleteBehavior.Cascade);
        count.HasIndex(c => c.CapabilityId);
        count.HasIndex(c => c.Day);
        count.HasIndex(c => new { c.OpportunityId, c.CapabilityId, c.Event, c.List, c.Place, c.Day }).IsUnique().HasFilter(MatchCountStore.AddedUp).HasDatabaseName("ux_match_counts_added_up");
        count.ToTable(t => t.HasCheckConstraint("ck_match_counts_numbers", "place >= 0 AND count > 0"));
    }
}
