namespace ScenarioPortal.Domain.Notifications;

/// <summary>How a notification reaches somebody; in the portal it always does.</summary>
public enum NotificationDelivery
{
    /// <summary>By mail, as soon as it happens.</summary>
    AtOnce,

    /// <summary>In one mail a day.</summary>
    Daily,

    PortalOnly
}
