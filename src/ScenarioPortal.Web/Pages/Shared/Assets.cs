using Microsoft.AspNetCore.Components;

namespace ScenarioPortal.Web.Pages.Shared;

internal static class Assets
{
    extension(HttpContext context)
    {
        /// <summary>The address of a static file with its fingerprint, which browsers may keep for a year.</summary>
        public string Asset(string path) =>
            $"{context.Request.PathBase}/{context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path}";
    }
}
