using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Errors;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pages.Workspace;
using ScenarioPortal.Web.Privacy;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages;

/// <summary>Everything that pages need of the program: three calls in <c>Program.cs</c>.</summary>
internal static class PortalPages
{
    /// <summary>Carries a message to the next page.</summary>
    public const string FlashCookie = "__Host-flash";

    public static IServiceCollection AddPortalPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorPages(options =>
            {
                PageRights.AddTo(options.Conventions);
                options.Conventions.AddFolderApplicationModelConvention("/", OnlyRealHandlers);
            })
            .AddMvcOptions(mvc =>
            {
                // What must be filled in, validators say.
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                mvc.Filters.Add<ConsentFilter>(-2);
                mvc.Filters.Add<RefusalFilter>();
            })
            .AddViewOptions(view => view.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddCookieTempDataProvider(flash => (flash.Cookie.Name, flash.Cookie.SecurePolicy) = (FlashCookie, CookieSecurePolicy.Always));
        services.AddScoped<WorkspaceReader>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingTexts>();
        services.AddValidatorsFromAssemblyContaining<Program>(ServiceLifetime.Scoped, includeInternalTypes: true);
        services.AddSingleton<IStringLocalizer<Texts>, PortalLocalizer>();
        services.Configure<SiteOptions>(configuration.GetSection(SiteOptions.Section));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>The framework takes what a page overrides, such as <c>OnPageHandlerExecutionAsync</c>, for a handler of a method called PAGE.</summary>
    private static void OnlyRealHandlers(PageApplicationModel page)
    {
        foreach (var handler in page.HandlerMethods.Where(h => string.Equals(h.HttpMethod, "Page", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            page.HandlerMethods.Remove(handler);
        }
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
