using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Questions;

namespace ScenarioPortal.Data.Questions;

internal sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.ToTable("questions");
        question.Property(q => q.Id).ValueGeneratedNever();
        question.Property(q => q.Text).HasMaxLength(Question.TextMaxLength);
        question.Property(q => q.Answer).HasMaxLength(Question.AnswerMaxLength);
        question.Property(q => q.Revision).IsConcurrencyToken();
        question.HasOne<Opportunity>().WithMany().HasForeignKey(q => q.OpportunityId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne<Organisation>().WithMany().HasForeignKey(q => q.PublisherId).OnDelete(DeleteBehavior.Restrict);
        question.HasIndex(q => new { q.OpportunityId, q.AskedAt });
        question.HasIndex(q => new { q.PublisherId, q.AskedAt }).HasFilter("answered_at IS NULL");
    }
}

internal sealed class QuestionAskerConfiguration : IEntityTypeConfiguration<QuestionAsker>
{
    public void Configure(EntityTypeBuilder<QuestionAsker> asker)
    {
        asker.ToTable("question_askers");
        asker.HasKey(a => a.QuestionId);
        asker.Property(a => a.QuestionId).ValueGeneratedNever();
        asker.HasOne<Question>().WithOne().HasForeignKey<QuestionAsker>(a => a.QuestionId).OnDelete(DeleteBehavior.Cascade);
        asker.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
        asker.HasIndex(a => a.AccountId);
    }
}
