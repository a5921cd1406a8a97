using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Notifications;

namespace ScenarioPortal.Data.Notifications;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("notifications");
        notification.Property(n => n.Id).ValueGeneratedNever();
        notification.Property(n => n.Title).HasMaxLength(Notification.TitleMaxLength);
        notification.Property(n => n.Detail).HasMaxLength(Notification.DetailMaxLength);
        notification.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
        notification.HasIndex(n => new { n.AccountId, n.CreatedAt, n.Id });
        notification.HasIndex(n => n.AccountId).HasFilter("read_at IS NULL").HasDatabaseName("ix_notifications_unread");
        notification.HasIndex(n => n.CreatedAt).HasFilter("delivery = 'Daily' AND mailed_at IS NULL").HasDatabaseName("ix_notifications_for_daily_mail");
        notification.HasIndex(n => new { n.SubjectId, n.Detail }).HasFilter("kind = 'ClosingSoon'").HasDatabaseName("ix_notifications_reminders");
    }
}

internal sealed class NotificationChoiceConfiguration : IEntityTypeConfiguration<NotificationChoice>
{
    public void Configure(EntityTypeBuilder<NotificationChoice> choice)
    {
        choice.ToTable("notification_choices");
        choice.HasKey(c => new { c.AccountId, c.Kind });
        choice.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
