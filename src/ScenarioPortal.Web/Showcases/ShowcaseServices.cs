namespace ScenarioPortal.Web.Showcases;

/// <summary>Writing, joining and reading showcases.</summary>
internal static class ShowcaseServices
{
    public static void AddPortalShowcases(this IServiceCollection services)
    {
        services.AddScoped<ShowcaseDesk>();
        services.AddScoped<ShowcaseJoining>();
        services.AddScoped<ShowcaseReader>();
    }
}
