using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;

namespace ScenarioPortal.Data.Writing;

internal sealed class WorkingCopyConfiguration : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> copy)
    {
        copy.ToTable("working_copies");
        copy.Property(c => c.Id).ValueGeneratedNever();
        copy.Property(c => c.Texts).HasJsonConversion();
        copy.Property(c => c.Revision).IsConcurrencyToken();
        copy.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        copy.HasIndex(c => c.OrganisationId);
        copy.HasIndex(c => c.SubjectId).IsUnique();
    }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.ToTable("submissions", t => t.HasCheckConstraint("ck_submissions_two_people", "decided_by IS NULL OR decided_by <> submitted_by"));
        submission.Property(s => s.Id).ValueGeneratedNever();
        submission.Property(s => s.Texts).HasJsonConversion();
        submission.Property(s => s.Remarks).HasJsonConversion();
        submission.Property(s => s.Revision).IsConcurrencyToken();
        submission.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        submission.HasIndex(s => new { s.SubjectId, s.Number }).IsUnique();
        submission.HasIndex(s => new { s.SubmittedAt, s.Id }).HasFilter("verdict IS NULL");
        submission.HasIndex(s => s.OrganisationId);
    }
}
