using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Mvc;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Security;

/// <summary>What stands around the pages: headers, limits, the noting of refusals, and what becomes of background work that fails.</summary>
internal static class ShellServices
{
    public static void AddPortalShell(this IServiceCollection services, IConfiguration configuration)
    {
        // First of all filters, so that the refusal of a foreign host name carries the headers too.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeaders>());
        services.Configure<HostFilteringOptions>(hosts => hosts.IncludeFailureMessage = false);
        services.AddPortalLimits(configuration);
        services.AddSingleton<RefusalBudget>();
        services.AddSingleton<HeadFile>(provider => new HeadFile(provider.GetRequiredService<PortalPaths>()));
        services.AddHostedService<HeadKeeper>();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add(ForeignForm.Instance);
            options.ModelBinderProviders.Insert(0, new PlainTextBinder.Provider());
        });
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
    }
}
