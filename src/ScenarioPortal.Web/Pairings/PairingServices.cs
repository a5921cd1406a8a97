using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Credit;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Pairings;

/// <summary>What the two sides do together, and what the clock does about it.</summary>
internal static class PairingServices
{
    public static void AddPortalPairings(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PairingRules>(configuration.GetSection(PairingRules.Section));
        services.AddScoped<PairingDesk>();
        services.AddScoped<Certificates>();
        services.AddScoped<PairingFiles>();
        services.AddScoped<PairingTalks>();
        services.AddScoped<PairingTogether>();
        services.AddSingleton<PairingClock>();
        services.AddScoped<CreditDesk>();
        services.AddSingleton<CreditClock>();
        services.AddSingleton<KeptBooks>();
        services.AddScoped<PairingBooks>();
        services.AddSingleton<MarketCounts>();
    }
}
