using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Capabilities;

internal sealed class CapabilityConfiguration : IEntityTypeConfiguration<Capability>
{
    public void Configure(EntityTypeBuilder<Capability> capability)
    {
        capability.Property(c => c.Id).ValueGeneratedNever();
        capability.Property(c => c.ExternalId).HasMaxLength(Capability.ExternalIdMaxLength);
        capability.Property(c => c.Number).HasMaxLength(Capability.NumberMaxLength);
        capability.Property(c => c.Title).HasMaxLength(Capability.TitleMaxLength);
        capability.Property(c => c.Description).HasMaxLength(Capability.DescriptionMaxLength);
        capability.Property(c => c.FieldText).HasMaxLength(Capability.ShortNoteMaxLength);
        capability.Property(c => c.Zone).HasMaxLength(Capability.ShortNoteMaxLength);
        capability.Property(c => c.Technologies).HasColumnType("text[]");
        capability.Property(c => c.Cases).HasColumnType("text[]");
        capability.Property(c => c.Innovation).HasMaxLength(Capability.NoteMaxLength);
        capability.Property(c => c.Effect).HasMaxLength(Capability.NoteMaxLength);
        capability.Property(c => c.ApplicableScenes).HasMaxLength(Capability.NoteMaxLength);
        capability.Property(c => c.TargetCustomers).HasMaxLength(Capability.NoteMaxLength);
        capability.Property(c => c.ServiceRegionCodes).HasColumnType("text[]");
        capability.Property(c => c.Certificates).HasJsonConversion().HasDefaultValueSql("'[]'");
        capability.Property(c => c.Contact).HasMaxLength(Capability.ShortNoteMaxLength);
        capability.Property(c => c.WithdrawnWhy).HasMaxLength(Capability.WithdrawnWhyMaxLength);
        capability.Property(c => c.Revision).IsConcurrencyToken();
        capability.Ignore(c => c.Offer);
        capability.Ignore(c => c.CountedCertificates);

        capability.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        capability.HasOne<Field>().WithMany().HasForeignKey(c => c.FieldCode).OnDelete(DeleteBehavior.Restrict);
        capability.HasOne<Region>().WithMany().HasForeignKey(c => c.RegionCode).OnDelete(DeleteBehavior.Restrict);
        capability.HasIndex(c => c.Number).IsUnique();
        capability.HasIndex(c => new { c.Title, c.OrganisationId });
        capability.HasIndex(c => c.ExternalId).IsUnique();
        capability.HasIndex(c => c.ConfirmationAskedAt).HasFilter("confirmation_asked_at IS NOT NULL AND lapsed_at IS NULL").HasDatabaseName("ix_capabilities_asked");
        capability.HasIndex(c => c.CertificateEndsOn).HasFilter("certificate_ends_on IS NOT NULL AND status = 'Published'").HasDatabaseName("ix_capabilities_certificate_ends_on");
        capability.ToTable(t =>
        {
            t.HasCheckConstraint("ck_capabilities_trl", "trl BETWEEN 1 AND 9");
            t.HasCheckConstraint("ck_capabilities_projects_at_once", "projects_at_once BETWEEN 1 AND 999");
        });
        capability.OwnsMany(c => c.Addenda, addendum => addendum.KeepIn("capability_addenda", "CapabilityId"));
    }
}
