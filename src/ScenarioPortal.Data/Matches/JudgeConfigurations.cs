using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Data.Matches;

internal sealed class JudgeConfiguration : IEntityTypeConfiguration<Judge>
{
    public void Configure(EntityTypeBuilder<Judge> judge)
    {
        judge.Property(j => j.Id).UseIdentityAlwaysColumn();
        judge.Property(j => j.Program).HasMaxLength(Judge.ProgramMaxLength);
        judge.Property(j => j.Words).HasMaxLength(Judge.WordsMaxLength);
        judge.Property(j => j.BeganAt).HasDefaultValueSql("clock_timestamp()").ValueGeneratedOnAdd();
        judge.Property(j => j.SeenAt).HasDefaultValueSql("clock_timestamp()").ValueGeneratedOnAdd();
    }
}

internal sealed class JudgingConfiguration : IEntityTypeConfiguration<Judging>
{
    public void Configure(EntityTypeBuilder<Judging> judging) => judging.HasKey(j => new { j.Side, j.SubjectId });
}
