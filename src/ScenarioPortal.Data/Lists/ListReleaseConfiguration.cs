using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Data.Lists;

internal sealed class ListReleaseConfiguration : IEntityTypeConfiguration<ListRelease>
{
    private const int HashLength = 64;
    private const int NumberMaxLength = 40;

    public void Configure(EntityTypeBuilder<ListRelease> release)
    {
        release.Property(r => r.Id).ValueGeneratedNever();
        release.Property(r => r.Title).HasMaxLength(ListRelease.TitleMaxLength);
        release.Property(r => r.CoverNote).HasMaxLength(ListRelease.NoteMaxLength);
        release.Property(r => r.ContentHash).HasMaxLength(HashLength).IsFixedLength();
        release.Property(r => r.Revision).IsConcurrencyToken();
        release.HasIndex(r => new { r.Kind, r.Year, r.Batch }).IsUnique();

        release.OwnsMany(r => r.Items, item =>
        {
            item.ToTable("released_items");
            item.WithOwner().HasForeignKey("ReleaseId");
            item.HasKey("ReleaseId", nameof(ReleasedItem.Position));
            item.Property(i => i.Position).ValueGeneratedNever();
            item.Property(i => i.Number).HasMaxLength(NumberMaxLength);
            item.Property(i => i.Content).HasJsonConversion();
            item.HasIndex(i => i.Number).IsUnique();
            item.HasIndex(i => i.SubjectId);
        });
    }
}
