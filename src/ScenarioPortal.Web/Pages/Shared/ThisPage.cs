using Microsoft.AspNetCore.Diagnostics;

namespace ScenarioPortal.Web.Pages.Shared;

internal static class ThisPage
{
    extension(HttpContext context)
    {
        /// <summary>The address that the reader sees, with one value set: also while an error page stands in its place.</summary>
        public string ThisPageWith(string name, string value)
        {
            var request = context.Request;
            var (path, query) = context.Features.Get<IStatusCodeReExecuteFeature>() is { } refused
                ? (new PathString(refused.OriginalPath), new QueryString(refused.OriginalQueryString))
                : (new PathString(context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? request.Path), request.QueryString);
            return $"{request.PathBase}/{path.ToUriComponent().TrimStart('/')}{query.Add(name, value)}";
        }
    }
}
