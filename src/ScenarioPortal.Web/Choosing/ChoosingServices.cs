namespace ScenarioPortal.Web.Choosing;

/// <summary>What a publisher needs to choose among companies, and experts to judge them.</summary>
internal static class ChoosingServices
{
    public static void AddPortalChoosing(this IServiceCollection services)
    {
        services.AddSingleton<ExpertRoll>();
        services.AddScoped<ComparisonReader>();
        services.AddScoped<ChoiceDesk>();
        services.AddScoped<NeedChoices>();
    }
}
