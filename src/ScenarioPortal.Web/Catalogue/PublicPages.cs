using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>
/// Output caching of pages that are the same for every visitor: kept by address, language and display mode, until the lists
/// change or the minute is over, since they say how long a deadline still is.
/// </summary>
internal sealed class PublicPages : IOutputCachePolicy
{
    public const string Tag = "public";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly string[] Preferences = ["lang", "elder"];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var cacheable = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Authorization.Count == 0;
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.Tags.Add(Tag);
        context.CacheVaryByRules.QueryKeys = "*";
        foreach (var preference in Preferences)
        {
            context.CacheVaryByRules.VaryByValues[preference] = request.Cookies[preference] ?? "";
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Errors, redirects and anything that sets a cookie belong to one visitor.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}
