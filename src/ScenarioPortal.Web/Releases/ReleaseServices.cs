namespace ScenarioPortal.Web.Releases;

/// <summary>Planning, previewing and releasing batches by time.</summary>
internal static class ReleaseServices
{
    public static void AddPortalReleases(this IServiceCollection services)
    {
        services.AddSingleton<PreviewLinks>();
        services.AddSingleton<PlannedReleases>();
        services.AddHostedService(provider => provider.GetRequiredService<PlannedReleases>());
    }
}
