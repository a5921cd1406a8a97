namespace ScenarioPortal.Domain.Notifications;

/// <summary>How somebody wants to be told about one kind of thing; without one, by mail at once.</summary>
public sealed class NotificationChoice(Guid accountId, NotificationKind kind, NotificationDelivery delivery)
{
    public Guid AccountId { get; private init; } = accountId;

    public NotificationKind Kind { get; private init; } = kind;

    public NotificationDelivery Delivery { get; private set; } = delivery;

    public void Choose(NotificationDelivery delivery) => Delivery = delivery;
}
