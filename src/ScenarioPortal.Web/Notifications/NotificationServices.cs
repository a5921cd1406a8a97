namespace ScenarioPortal.Web.Notifications;

/// <summary>Everything about telling people.</summary>
internal static class NotificationServices
{
    public static void AddPortalNotifications(this IServiceCollection services)
    {
        services.AddSingleton<StopLinks>();
        services.AddSingleton<NoticeMail>();
        services.AddSingleton<Notifier>();
        services.AddSingleton<DailyMail>();
        services.AddSingleton<ClosingReminders>();
    }
}
