using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Data.Lists;

/// <summary>Addenda of needs and of capabilities: a table for each, of one shape.</summary>
internal static class AddendumConfiguration
{
    extension<TOwner>(OwnedNavigationBuilder<TOwner, Addendum> addendum) where TOwner : class
    {
        public void KeepIn(string table, string owner)
        {
            addendum.ToTable(table);
            addendum.WithOwner().HasForeignKey(owner);
            addendum.HasKey(owner, nameof(Addendum.Number)).HasName($"pk_{table}");
            addendum.Property(a => a.Number).ValueGeneratedNever();
            addendum.Property(a => a.Parts).HasColumnType("text[]");
            addendum.Property(a => a.Before).HasMaxLength(Addendum.TextMaxLength);
            addendum.Property(a => a.After).HasMaxLength(Addendum.TextMaxLength);
            addendum.Property(a => a.Why).HasMaxLength(Correction.WhyMaxLength);
        }
    }
}
