using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Id).ValueGeneratedNever();
        organisation.Property(o => o.Name).HasMaxLength(Organisation.NameMaxLength);
        organisation.Property(o => o.CreditCode).HasMaxLength(UnifiedSocialCreditCode.Length).IsFixedLength()
            .HasConversion(code => code!.Value, value => new UnifiedSocialCreditCode(value));
        organisation.Property(o => o.Zone).HasMaxLength(Organisation.ZoneMaxLength);
        organisation.Property(o => o.Profile).HasMaxLength(Organisation.ProfileMaxLength);
        organisation.Property(o => o.Qualifications).HasMaxLength(Organisation.QualificationsMaxLength);
        organisation.Property(o => o.Certificates).HasJsonConversion().HasDefaultValueSql("'[]'");
        organisation.Property(o => o.ServiceRegionCodes).HasColumnType("text[]").HasDefaultValueSql("'{}'");
        organisation.Property(o => o.Website).HasMaxLength(Organisation.WebsiteMaxLength);
        organisation.Property(o => o.Remarks).HasJsonConversion().HasDefaultValueSql("'[]'");
        organisation.Property(o => o.Revision).IsConcurrencyToken();
        organisation.HasOne<Region>().WithMany().HasForeignKey(o => o.RegionCode).OnDelete(DeleteBehavior.Restrict);
        organisation.HasIndex(o => o.CreditCode).IsUnique();
        organisation.HasIndex(o => o.Name);
    }
}
