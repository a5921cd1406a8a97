using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.Data.Scenarios;

internal sealed class ScenarioConfiguration : IEntityTypeConfiguration<Scenario>
{
    public void Configure(EntityTypeBuilder<Scenario> scenario)
    {
        scenario.Property(s => s.Id).ValueGeneratedNever();
        scenario.Property(s => s.Name).HasMaxLength(Scenario.NameMaxLength);
        scenario.Property(s => s.Zone).HasMaxLength(Scenario.ZoneMaxLength);
        scenario.Property(s => s.LandingArea).HasMaxLength(Scenario.LandingAreaMaxLength);
        scenario.Property(s => s.Revision).IsConcurrencyToken();
        scenario.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Restrict);
        scenario.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
