using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Data.Lists;

internal sealed class BatchPlanConfiguration : IEntityTypeConfiguration<BatchPlan>
{
    public void Configure(EntityTypeBuilder<BatchPlan> plan)
    {
        plan.ToTable("batch_plans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        plan.Property(p => p.Picked).HasJsonConversion();
        plan.Property(p => p.CoverNote).HasMaxLength(ListRelease.NoteMaxLength);
        plan.Ignore(p => p.Planner);
        plan.Property(p => p.Revision).IsConcurrencyToken();
        plan.HasIndex(p => p.ScheduledAt).HasFilter("release_id IS NULL");
    }
}
