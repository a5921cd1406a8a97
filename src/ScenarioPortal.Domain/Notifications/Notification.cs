namespace ScenarioPortal.Domain.Notifications;

/// <summary>Something that one person is told (消息).</summary>
public sealed class Notification
{
    public const int TitleMaxLength = 200;
    public const int DetailMaxLength = 40;

    public Notification(Guid accountId, NotificationKind kind, NotificationDelivery delivery, DateTimeOffset now)
    {
        AccountId = accountId;
        Kind = kind;
        Delivery = delivery;
        CreatedAt = now;
    }

    private Notification()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    public NotificationKind Kind { get; private init; }

    /// <summary>As the person had chosen when it happened.</summary>
    public NotificationDelivery Delivery { get; private init; }

    /// <summary>The opportunity, or the capability that was reviewed or is to be confirmed.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What the subject was called then.</summary>
    public required string Title { get; init; }

    /// <summary>A code that goes with the kind: the verdict, the new day, the ending, the days that were left.</summary>
    public string? Detail { get; init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When it went into a daily mail.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    public void Mailed(DateTimeOffset now)
    {
        Rule.Require(MailedAt is null, "这条消息已经寄出。");
        MailedAt = now;
    }
}
