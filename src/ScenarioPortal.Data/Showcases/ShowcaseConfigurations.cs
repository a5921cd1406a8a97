using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Data.Showcases;

internal sealed class ShowcaseConfiguration : IEntityTypeConfiguration<Showcase>
{
    public void Configure(EntityTypeBuilder<Showcase> showcase)
    {
        showcase.ToTable("showcases");
        showcase.Property(s => s.Id).ValueGeneratedNever();
        showcase.Property(s => s.Title).HasMaxLength(ShowcaseContent.TitleMaxLength);
        showcase.Property(s => s.Number).HasMaxLength(Showcase.NumberMaxLength);
        showcase.Property(s => s.CertificateNumber).HasMaxLength(VerificationCertificate.NumberMaxLength);
        showcase.Property(s => s.CertificateCode).HasMaxLength(CheckCode.Length).IsFixedLength();
        showcase.Property(s => s.ReturnReason).HasMaxLength(Showcase.ReasonMaxLength);
        showcase.Property(s => s.Content).HasJsonConversion();
        showcase.Property(s => s.Proof).HasJsonConversion();
        showcase.Property(s => s.Revision).IsConcurrencyToken();
        showcase.Ignore(s => s.WaitsFor);
        showcase.Ignore(s => s.IsOpen);
        showcase.HasOne<Pairing>().WithOne().HasForeignKey<Showcase>(s => s.PairingId).OnDelete(DeleteBehavior.Restrict);
        showcase.HasOne<Opportunity>().WithMany().HasForeignKey(s => s.OpportunityId).OnDelete(DeleteBehavior.Restrict);
        showcase.HasOne<Capability>().WithMany().HasForeignKey(s => s.CapabilityId).OnDelete(DeleteBehavior.Restrict);
        showcase.HasOne<Organisation>().WithMany().HasForeignKey(s => s.PublisherId).OnDelete(DeleteBehavior.Restrict);
        showcase.HasOne<Organisation>().WithMany().HasForeignKey(s => s.CompanyId).OnDelete(DeleteBehavior.Restrict);
        showcase.HasOne<Region>().WithMany().HasForeignKey(s => s.RegionCode).OnDelete(DeleteBehavior.Restrict);
        showcase.HasOne<Field>().WithMany().HasForeignKey(s => s.FieldCode).OnDelete(DeleteBehavior.Restrict);
        showcase.HasOne<Account>().WithMany().HasForeignKey(s => s.WrittenBy).OnDelete(DeleteBehavior.Restrict);
        showcase.HasOne<Account>().WithMany().HasForeignKey(s => s.AgreedBy).OnDelete(DeleteBehavior.Restrict);
        showcase.HasOne<Account>().WithMany().HasForeignKey(s => s.DecidedBy).OnDelete(DeleteBehavior.Restrict);
        showcase.HasIndex(s => s.Number).IsUnique();
        showcase.HasIndex(s => s.ReleasedAt).HasFilter("state = 'Released'");
    }
}

internal sealed class ShowcaseJoinConfiguration : IEntityTypeConfiguration<ShowcaseJoin>
{
    public void Configure(EntityTypeBuilder<ShowcaseJoin> join)
    {
        join.ToTable("showcase_joins");
        join.HasKey(j => new { j.ShowcaseId, j.OrganisationId });
        join.HasOne<Showcase>().WithMany().HasForeignKey(j => j.ShowcaseId).OnDelete(DeleteBehavior.Restrict);
        join.HasOne<Organisation>().WithMany().HasForeignKey(j => j.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        join.OwnsOne(j => j.Wish, wish =>
        {
            wish.ToTable("showcase_wishes");
            wish.WithOwner().HasForeignKey("ShowcaseId", "OrganisationId");
            wish.Property(w => w.Words).HasMaxLength(Wish.WordsMaxLength);
            wish.Property(w => w.Quantity).HasMaxLength(Wish.QuantityMaxLength);
            wish.Property(w => w.RegionCode).HasMaxLength(Region.CodeLength);
            wish.HasOne<Region>().WithMany().HasForeignKey(w => w.RegionCode).OnDelete(DeleteBehavior.Restrict);
            wish.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        join.Navigation(j => j.Wish).IsRequired(false);
    }
}

internal sealed class JointDemandConfiguration : IEntityTypeConfiguration<JointDemand>
{
    public void Configure(EntityTypeBuilder<JointDemand> demand)
    {
        demand.ToTable("joint_demands");
        demand.Property(d => d.Id).ValueGeneratedNever();
        demand.Property(d => d.Members).HasColumnType("uuid[]");
        demand.HasOne<Showcase>().WithMany().HasForeignKey(d => d.ShowcaseId).OnDelete(DeleteBehavior.Restrict);
        demand.HasOne<Organisation>().WithMany().HasForeignKey(d => d.LeadId).OnDelete(DeleteBehavior.Restrict);
        demand.HasOne<Account>().WithMany().HasForeignKey(d => d.BegunBy).OnDelete(DeleteBehavior.Restrict);
    }
}
