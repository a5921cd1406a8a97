using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Verification;

namespace ScenarioPortal.Data.Verification;

internal sealed class VerificationPlanConfiguration : IEntityTypeConfiguration<VerificationPlan>
{
    public void Configure(EntityTypeBuilder<VerificationPlan> plan)
    {
        plan.ToTable("verification_plans");
        plan.HasKey(p => new { p.PairingId, p.Number });
        plan.Property(p => p.Number).ValueGeneratedNever();
        plan.Property(p => p.Content).HasJsonConversion();
        plan.Property(p => p.Hash).HasMaxLength(ContentHash.Length).IsFixedLength();
        plan.HasOne<Pairing>().WithMany().HasForeignKey(p => p.PairingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VerificationResultConfiguration : IEntityTypeConfiguration<VerificationResult>
{
    public void Configure(EntityTypeBuilder<VerificationResult> result)
    {
        result.ToTable("verification_results");
        result.HasKey(r => new { r.PairingId, r.Number });
        result.Property(r => r.Number).ValueGeneratedNever();
        result.Property(r => r.Content).HasJsonConversion();
        result.Property(r => r.Hash).HasMaxLength(ContentHash.Length).IsFixedLength();
        result.HasOne<Pairing>().WithMany().HasForeignKey(r => r.PairingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VerificationCertificateConfiguration : IEntityTypeConfiguration<VerificationCertificate>
{
    public void Configure(EntityTypeBuilder<VerificationCertificate> certificate)
    {
        certificate.ToTable("verification_certificates");
        certificate.HasKey(c => c.PairingId);
        certificate.Property(c => c.PairingId).ValueGeneratedNever();
        certificate.Property(c => c.Number).HasMaxLength(VerificationCertificate.NumberMaxLength);
        certificate.Property(c => c.Code).HasMaxLength(CheckCode.Length).IsFixedLength();
        certificate.Property(c => c.Content).HasJsonConversion();
        certificate.HasOne<Pairing>().WithOne().HasForeignKey<VerificationCertificate>(c => c.PairingId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasIndex(c => c.Number).IsUnique();
        certificate.HasIndex(c => c.Code).IsUnique();
    }
}
