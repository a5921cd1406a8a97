using Microsoft.AspNetCore.Diagnostics;

namespace ScenarioPortal.Web.Pages.Shared;

internal static class ThisPage
{
    extension(HttpContext context)
    {
        /// <summary>Where one signs in, and from there back to this page.</summary>
        public string SignInFromHere
        {
            get
            {
                var request = context.Request;
                var isPlace = HttpMethods.IsGet(request.Method) && request.Path != "/" && !request.Path.StartsWithSegments(Links.SignIn)
                    && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerPathFeature>() is null;
                return isPlace ? Links.SignInTo($"{request.PathBase}{request.Path}{request.QueryString}") : Links.SignIn;
            }
        }

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
