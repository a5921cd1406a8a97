using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Errors;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages;

/// <summary>Everything that pages need of the program: three calls in <c>Program.cs</c>.</summary>
internal static class PortalPages
{
    public static IServiceCollection AddPortalPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorPages(options => PageRights.AddTo(options.Conventions));
        services.AddSingleton<IStringLocalizer<Texts>, PortalLocalizer>();
        services.Configure<SiteOptions>(configuration.GetSection(SiteOptions.Section));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>What stands before every page: readable errors, the reader's language.</summary>
    public static WebApplication UsePortalPages(this WebApplication app)
    {
        app.UseErrorPages();
        app.UseMiddleware<ReadingMiddleware>();
        app.UseRouting();
        return app;
    }

    public static WebApplication MapPortalPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
