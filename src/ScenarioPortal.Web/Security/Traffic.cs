using Microsoft.AspNetCore.Diagnostics;

namespace ScenarioPortal.Web.Security;

/// <summary>Kinds of requests that are counted apart.</summary>
internal enum Traffic
{
    /// <summary>Reading pages: not counted.</summary>
    Reading,
    Searching,
    SigningIn,
    Registering,
    Writing,
    Exporting,
    Reporting,
    Api
}

internal static class TrafficOfRequest
{
    extension(HttpContext context)
    {
        public Traffic Traffic
        {
            get
            {
                var path = context.Request.Path;
                if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
                {
                    return Traffic.Reading;
                }

                if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                {
                    return Traffic.Api;
                }

                return HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? OfReading(path, context.Request) : OfWriting(path);
            }
        }
    }

    private static Traffic OfReading(PathString path, HttpRequest request) =>
        path.Value!.EndsWith("/export", StringComparison.OrdinalIgnoreCase) ? Traffic.Exporting
        : request.Query.ContainsKey("q") || path.StartsWithSegments(Links.Certificates, StringComparison.OrdinalIgnoreCase) ? Traffic.Searching
        : Traffic.Reading;

    private static Traffic OfWriting(PathString path) =>
        path == SecurityHeaders.ReportAddress ? Traffic.Reporting
        : path == Links.Try ? Traffic.Searching
        : StartsWithOneOf(path, Links.Register, "/organisations/claim") ? Traffic.Registering
        : StartsWithOneOf(path, Links.SignIn, "/invitations", "/me/confirm") ? Traffic.SigningIn
        : Traffic.Writing;

    private static bool StartsWithOneOf(PathString path, params string[] beginnings) =>
        Array.Exists(beginnings, b => path.StartsWithSegments(b, StringComparison.OrdinalIgnoreCase));
}
