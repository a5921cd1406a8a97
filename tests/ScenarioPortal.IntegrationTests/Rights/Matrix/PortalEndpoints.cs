using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What the running portal really answers to: verb, route and, where a page has several, handler. HEAD is GET without a body.</summary>
internal static class PortalEndpoints
{
    /// <summary>All files under wwwroot have one line.</summary>
    public const string Files = "GET /{file}";

    public static async Task<SortedSet<string>> OfAsync(IServiceProvider services)
    {
        SortedSet<string> endpoints = new(StringComparer.Ordinal);
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            endpoints.UnionWith(await OfAsync(endpoint, services.GetRequiredService<PageLoader>()));
        }

        return endpoints;
    }

    private static async Task<IEnumerable<string>> OfAsync(RouteEndpoint endpoint, PageLoader pages)
    {
        var address = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return [Files];
        }

        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var handlers = (await pages.LoadAsync(page, endpoint.Metadata)).HandlerMethods;
            return handlers.Count == 0 ? [$"GET {address}"] : handlers.Select(h => $"{h.HttpMethod.ToUpperInvariant()} {address}{(h.Name is null ? "" : $"?handler={h.Name}")}");
        }

        return (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(v => v is not "HEAD").Select(v => $"{v} {address}");
    }
}
