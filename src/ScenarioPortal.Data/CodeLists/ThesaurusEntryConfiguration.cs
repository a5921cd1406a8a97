using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.CodeLists;

namespace ScenarioPortal.Data.CodeLists;

/// <summary>That two words are one pair only, in either order and case, the migration adds: the model knows no indexes of expressions.</summary>
internal sealed class ThesaurusEntryConfiguration : IEntityTypeConfiguration<ThesaurusEntry>
{
    public void Configure(EntityTypeBuilder<ThesaurusEntry> entry)
    {
        entry.ToTable("thesaurus_entries", t => t.HasCheckConstraint("ck_thesaurus_entries_pair", "lower(word) <> lower(leads_to)"));
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Word).HasMaxLength(ThesaurusEntry.WordMaxLength);
        entry.Property(e => e.LeadsTo).HasMaxLength(ThesaurusEntry.WordMaxLength);
        entry.Property(e => e.FieldCode).HasMaxLength(Field.CodeMaxLength);
        entry.Property(e => e.Revision).IsConcurrencyToken();
        entry.HasOne<Field>().WithMany().HasForeignKey(e => e.FieldCode).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => e.State);
    }
}
