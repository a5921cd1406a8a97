using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Data.CodeLists;

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> region)
    {
        region.HasKey(r => r.Code);
        region.Property(r => r.Code).HasMaxLength(Region.CodeLength).IsFixedLength();
        region.Property(r => r.ParentCode).HasMaxLength(Region.CodeLength).IsFixedLength();
        region.Property(r => r.Name).HasMaxLength(Region.NameMaxLength);
        region.HasOne<Region>().WithMany().HasForeignKey(r => r.ParentCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FieldConfiguration : IEntityTypeConfiguration<Field>
{
    public void Configure(EntityTypeBuilder<Field> field)
    {
        field.HasKey(f => f.Code);
        field.Property(f => f.Code).HasMaxLength(Field.CodeMaxLength);
        field.Property(f => f.Name).HasMaxLength(Field.NameMaxLength);
        field.Property(f => f.Aliases).HasColumnType("text[]");
        field.HasIndex(f => f.Name).IsUnique();
    }
}

internal sealed class CodeListEntryConfiguration : IEntityTypeConfiguration<CodeListEntry>
{
    public void Configure(EntityTypeBuilder<CodeListEntry> entry)
    {
        entry.HasKey(e => new { e.List, e.Code });
        entry.Property(e => e.List).HasMaxLength(CodeListEntry.CodeMaxLength);
        entry.Property(e => e.Code).HasMaxLength(CodeListEntry.CodeMaxLength);
        entry.Property(e => e.Name).HasMaxLength(CodeListEntry.NameMaxLength);
        entry.Property(e => e.Help).HasMaxLength(CodeListEntry.HelpMaxLength);
        entry.Property(e => e.Revision).IsConcurrencyToken().HasDefaultValue(1);
        entry.Property(e => e.Removed).HasDefaultValue(false);
    }
}

internal sealed class CodeListVersionConfiguration : IEntityTypeConfiguration<CodeListVersion>
{
    public void Configure(EntityTypeBuilder<CodeListVersion> version)
    {
        version.HasKey(v => v.List);
        version.Property(v => v.List).HasMaxLength(CodeListEntry.CodeMaxLength);
    }
}
