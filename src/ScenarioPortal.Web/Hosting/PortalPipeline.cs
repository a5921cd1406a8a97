using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Api;
using ScenarioPortal.Web.Pages;
using ScenarioPortal.Web.Security;
using Serilog;

namespace ScenarioPortal.Web.Hosting;

/// <summary>What a request passes through. What is the same for everyone is answered from the output cache before anything else is done.</summary>
internal static class PortalPipeline
{
    public static void UsePortal(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (app.Configuration.GetValue("OutputCache:Enabled", true))
        {
            app.UseOutputCache();
        }

        app.UseResponseCompression();
        app.UseSerilogRequestLogging(logging => logging.IncludeQueryInRequestPath = false);
        app.UsePortalPages();
        app.UseRateLimiter();
        app.UsePortalAccounts();
        app.MapPortalPages();
        app.MapPortalApi();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableHttpMetrics().AllowAnonymous();
        app.MapHealthChecks("/health/ready").DisableHttpMetrics().AllowAnonymous();
    }
}
