using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;

namespace ScenarioPortal.Data.Mail;

internal sealed class MailMessageConfiguration : IEntityTypeConfiguration<MailMessage>
{
    public void Configure(EntityTypeBuilder<MailMessage> mail)
    {
        mail.ToTable("mail_messages");
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.To).HasMaxLength(Account.EmailMaxLength);
        mail.Property(m => m.Subject).HasMaxLength(MailMessage.SubjectMaxLength);
        mail.HasIndex(m => m.DueAt).HasFilter("parked_at IS NULL");
    }
}
