using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Web.Publication;

/// <summary>What happens to a need after its release.</summary>
internal static class PublicationServices
{
    public static void AddPortalPublication(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PublicationRules>(configuration.GetSection(PublicationRules.Section));
        services.AddScoped<PublicationDesk>();
        services.AddScoped<QuestionDesk>();
        services.AddSingleton<NeedExpiry>();
        services.AddHostedService<PublicationWorker>();
    }
}
