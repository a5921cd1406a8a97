using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>
/// Output caching of pages that are the same for every visitor: kept by address, language and display mode, until the lists
/// change or the minute is over, since they say how long a deadline still is.
/// </summary>
internal sealed class PublicPages : IOutputCachePolicy
{
    public const string Tag = "public";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var cacheable = HttpMethods.IsGet(request.Method) && SessionCookie.Read(request) is null && !request.Cookies.ContainsKey(PortalPages.FlashCookie) && IsPage(request.Path);
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.Tags.Add(Tag);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["reading"] = Reading.Of(request).Key;
        context.CacheVaryByRules.VaryByValues["encoding"] = EncodingOf(request);
        return ValueTask.CompletedTask;
    }

    /// <summary>The explanation of a match was opened all the same; at which place it stands, nobody looks up for that.</summary>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        if (request.Path.StartsWithSegments("/matches", StringComparison.OrdinalIgnoreCase, out var pair)
            && pair.Value!.Split('/') is ["", var opportunity, var capability] && Guid.TryParse(opportunity, out var opportunityId) && Guid.TryParse(capability, out var capabilityId))
        {
            context.HttpContext.RequestServices.GetRequiredService<MatchLog>()
                .Opened(opportunityId, capabilityId, request.Query["from"] == "capability" ? MatchList.Capability : MatchList.Opportunity, 0);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Files are served by their own fingerprints or are too large to keep, lists to download are written as they are read, and machines that ask for health or data want the present.</summary>
    private static bool IsPage(PathString path) =>
        !path.Value!.Contains('.', StringComparison.Ordinal)
        && !path.Value.Contains("/download/", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWithSegments("/attachments", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    /// <summary>Compressed copies are kept apart, so that a page is compressed once and not for each reader.</summary>
    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip"
            : "";
    }

    /// <summary>Errors, redirects, forms with their tokens and anything that sets a cookie belong to one visitor.</summary>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}
