using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Writing;

/// <summary>Everything about writing for a list, handing in and reviewing.</summary>
internal static class WritingServices
{
    public static void AddPortalWriting(this IServiceCollection services)
    {
        services.AddScoped<BeginWriting>();
        services.AddScoped<HandIn>();
        services.AddScoped<AttachFiles>();
        services.AddScoped<ProfileTexts>();
        services.AddScoped<WritingFits>();
        services.AddScoped<SimilarNeeds>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<SuggestPairs>();
    }
}
