using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Data.Organisations;

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships");
        membership.Property(m => m.Id).ValueGeneratedNever();
        membership.Property(m => m.Revision).IsConcurrencyToken();
        membership.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        membership.HasIndex(m => new { m.AccountId, m.OrganisationId }).IsUnique();
    }
}

internal sealed class MandateConfiguration : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> mandate)
    {
        mandate.ToTable("mandates");
        mandate.Property(m => m.Id).ValueGeneratedNever();
        mandate.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        mandate.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OperatorId).OnDelete(DeleteBehavior.Restrict);
        mandate.HasIndex(m => new { m.OrganisationId, m.OperatorId }).IsUnique().HasFilter("ended_at IS NULL");
    }
}

internal sealed class OrganisationContactConfiguration : IEntityTypeConfiguration<OrganisationContact>
{
    public void Configure(EntityTypeBuilder<OrganisationContact> contact)
    {
        contact.ToTable("organisation_contacts");
        contact.HasKey(c => c.OrganisationId);
        contact.Property(c => c.Name).HasMaxLength(OrganisationContact.NameMaxLength);
        contact.Property(c => c.Phone).HasMaxLength(OrganisationContact.PhoneMaxLength);
        contact.Property(c => c.Email).HasMaxLength(OrganisationContact.EmailMaxLength);
        contact.Property(c => c.Revision).IsConcurrencyToken();
        contact.HasOne<Organisation>().WithOne().HasForeignKey<OrganisationContact>(c => c.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OrganisationClaimConfiguration : IEntityTypeConfiguration<OrganisationClaim>
{
    public void Configure(EntityTypeBuilder<OrganisationClaim> claim)
    {
        claim.ToTable("organisation_claims");
        claim.Property(c => c.Id).ValueGeneratedNever();
        claim.Property(c => c.Statement).HasMaxLength(OrganisationClaim.StatementMaxLength);
        claim.Property(c => c.Reason).HasMaxLength(OrganisationClaim.StatementMaxLength);
        claim.Property(c => c.Revision).IsConcurrencyToken();
        claim.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        claim.HasIndex(c => new { c.OrganisationId, c.AccountId }).IsUnique().HasFilter("decided_at IS NULL");
    }
}
