using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;

namespace ScenarioPortal.Data.Workbooks;

internal sealed class WorkbookUploadConfiguration : IEntityTypeConfiguration<WorkbookUpload>
{
    public void Configure(EntityTypeBuilder<WorkbookUpload> upload)
    {
        upload.ToTable("workbook_uploads");
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.FileName).HasMaxLength(StoredFile.NameMaxLength);
        upload.Property(u => u.Shape).HasMaxLength(RememberedColumns.ShapeLength);
        upload.Property(u => u.Sheets).HasJsonConversion();
        upload.Property(u => u.Fields).HasJsonConversion();
        upload.Property(u => u.Failure).HasJsonConversion();
        upload.Property(u => u.Revision).IsConcurrencyToken();
        upload.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        upload.HasOne<StoredFile>().WithMany().HasForeignKey(u => u.FileId).OnDelete(DeleteBehavior.Cascade);
        upload.HasIndex(u => new { u.OrganisationId, u.UploadedAt });
        upload.HasIndex(u => u.FileId);
        upload.HasIndex(u => u.UploadedAt).HasFilter("state IN ('Waiting', 'Checking', 'Taking')").HasDatabaseName("ix_workbook_uploads_due");
    }
}

internal sealed class UploadedRowConfiguration : IEntityTypeConfiguration<UploadedRow>
{
    public void Configure(EntityTypeBuilder<UploadedRow> row)
    {
        row.ToTable("uploaded_rows");
        row.HasKey(r => new { r.UploadId, r.Position });
        row.Property(r => r.Faults).HasJsonConversion();
        row.HasOne<WorkbookUpload>().WithMany().HasForeignKey(r => r.UploadId).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(r => new { r.UploadId, r.Outcome, r.Position });
    }
}

internal sealed class RememberedColumnsConfiguration : IEntityTypeConfiguration<RememberedColumns>
{
    public void Configure(EntityTypeBuilder<RememberedColumns> columns)
    {
        columns.ToTable("remembered_columns");
        columns.HasKey(c => new { c.OrganisationId, c.Kind, c.Shape });
        columns.Property(c => c.Shape).HasMaxLength(RememberedColumns.ShapeLength);
        columns.Property(c => c.Fields).HasJsonConversion();
        columns.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}
