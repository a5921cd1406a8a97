using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Files;
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
        submission.Property(s => s.Files).HasJsonConversion();
        submission.Property(s => s.Remarks).HasJsonConversion();
        submission.Property(s => s.Revision).IsConcurrencyToken();
        submission.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        submission.HasIndex(s => new { s.SubjectId, s.Number }).IsUnique();
        submission.HasIndex(s => new { s.SubmittedAt, s.Id }).HasFilter("verdict IS NULL");
        submission.HasIndex(s => s.OrganisationId);
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        // Approving removes the working copy and leaves the item its files; what was never handed in has nothing else to belong to.
        attachment.ToTable("attachments", t => t.HasCheckConstraint("ck_attachments_belong", "copy_id IS NOT NULL OR subject_id IS NOT NULL"));
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Name).HasMaxLength(Attachment.NameMaxLength);
        attachment.Property(a => a.ContentType).HasMaxLength(Attachment.TypeMaxLength);
        attachment.Property(a => a.Hash).HasMaxLength(Attachment.HashLength).IsFixedLength();
        attachment.Property(a => a.Description).HasMaxLength(Attachment.DescriptionMaxLength);
        attachment.Ignore(a => a.AsSubmitted);
        attachment.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasOne<WorkingCopy>().WithMany().HasForeignKey(a => a.CopyId).OnDelete(DeleteBehavior.SetNull);
        attachment.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.FileId).OnDelete(DeleteBehavior.Restrict);
        attachment.HasIndex(a => new { a.CopyId, a.Hash }).IsUnique();
        attachment.HasIndex(a => a.SubjectId);
        attachment.HasIndex(a => a.FileId).IsUnique();
        attachment.HasIndex(a => a.OrganisationId);
    }
}
