using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ScenarioPortal.Data.Matches;

internal sealed class TextVectorConfiguration : IEntityTypeConfiguration<TextVector>
{
    public void Configure(EntityTypeBuilder<TextVector> vector)
    {
        vector.HasKey(v => v.SubjectId);
        vector.Property(v => v.Model).HasMaxLength(TextVector.ModelMaxLength);
    }
}
