using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Data.Matches;

internal sealed class MatchConfiguration : IEntityTypeConfiguration<Match>
{
    public void Configure(EntityTypeBuilder<Match> match)
    {
        match.HasKey(m => new { m.OpportunityId, m.CapabilityId });
        match.Property(m => m.Reasons).HasJsonConversion();
        match.HasOne<Opportunity>().WithMany().HasForeignKey(m => m.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        match.HasOne<Capability>().WithMany().HasForeignKey(m => m.CapabilityId).OnDelete(DeleteBehavior.Cascade);
        match.HasIndex(m => new { m.OpportunityId, m.Score }).IsDescending(false, true);
        match.HasIndex(m => new { m.CapabilityId, m.Score }).IsDescending(false, true);
        match.HasIndex(m => m.JudgedBy);
        match.Property(m => m.JudgedBy).HasDefaultValue(0);
        match.ToTable(t => t.HasCheckConstraint("ck_matches_score", "score BETWEEN 0 AND 1"));
    }
}
