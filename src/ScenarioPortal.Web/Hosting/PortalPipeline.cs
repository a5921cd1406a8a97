using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Api;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Pages;
using ScenarioPortal.Web.Security;
using Serilog;

namespace ScenarioPortal.Web.Hosting;

/// <summary>What a request passes through. What is the same for everyone is answered from the output cache before anything else is done.</summary>
internal static class PortalPipeline
{
    private static readonly HttpMethodMetadata Asked = new([HttpMethods.Get, HttpMethods.Head]);

    public static void UsePortal(this WebApplication app)
    {
        app.UseTransport();
        if (app.Configuration.GetValue("OutputCache:Enabled", true))
        {
            app.UseOutputCache();
        }

        app.UseResponseCompression();
        app.UseMiddleware<RequestNumberMiddleware>();
        app.UseSerilogRequestLogging(logging => PlainLog.Configure(logging, app.Services.GetRequiredService<Serilog.ILogger>()));
        app.UseMiddleware<RefusalMiddleware>();
        app.UsePortalPages();
        AskedRoute.Keep(app);
        app.UseMiddleware<KnownMethods>();
        app.UsePortalAccounts();
        app.MapPortalPages();
        app.MapPortalApi();
        app.MapCspReport();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableHttpMetrics().AllowAnonymous().WithMetadata(Asked);
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = HealthAnswer.WriteAsync }).DisableHttpMetrics().AllowAnonymous().WithMetadata(Asked);
    }
}
