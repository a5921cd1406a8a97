using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ScenarioPortal.IntegrationTests.Security;

/// <summary>Every address of the portal with a method it answers, as routing itself knows them.</summary>
internal sealed record Address(string Method, string Template)
{
    public bool Changes => Method is not ("GET" or "HEAD");

    /// <summary>With every value of the route filled in.</summary>
    public string Filled(Guid id) => $"/{string.Join('/', Template.Split('/').Select(part => part.StartsWith('{') ? Value(part, id) : part))}";

    public static async Task<IReadOnlyList<Address>> OfAsync(PortalHost portal)
    {
        using var scope = portal.Services.CreateScope();
        var loader = scope.ServiceProvider.GetRequiredService<PageLoader>();
        HashSet<Address> found = [];
        foreach (var page in scope.ServiceProvider.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            found.UnionWith(compiled.HandlerMethods.Select(h => new Address(h.HttpMethod.ToUpperInvariant(), page.AttributeRouteInfo!.Template!)));
        }

        foreach (var endpoint in scope.ServiceProvider.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && endpoint.RoutePattern.RawText is { } template && !template.Contains('.', StringComparison.Ordinal))
            {
                found.UnionWith((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => new Address(m, template.TrimStart('/'))));
            }
        }

        return [.. found.Where(a => !a.Template.StartsWith("error", StringComparison.Ordinal)).OrderBy(a => a.Template, StringComparer.Ordinal).ThenBy(a => a.Method, StringComparer.Ordinal)];
    }

    private static string Value(string part, Guid id) => part.Contains("guid", StringComparison.Ordinal) ? $"{id}" : part.Contains("int", StringComparison.Ordinal) ? "1" : "x";
}
