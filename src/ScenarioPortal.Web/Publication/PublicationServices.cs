using ScenarioPortal.Domain.Opportunities;

namespace ScenarioPortal.Web.Publication;

/// <summary>What happens to needs and capabilities after their release.</summary>
internal static class PublicationServices
{
    public static void AddPortalPublication(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PublicationRules>(configuration.GetSection(PublicationRules.Section));
        services.AddScoped<PublicationDesk>();
        services.AddScoped<CapabilityDesk>();
        services.AddScoped<QuestionDesk>();
        services.AddSingleton<NeedExpiry>();
        services.AddSingleton<CapabilityConfirmations>();
        services.AddSingleton<CertificateEnds>();
        services.AddHostedService<PublicationWorker>();
    }
}
