using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Security;

/// <summary>
/// A change is taken only from the portal's own pages: browsers say in <c>Sec-Fetch-Site</c>, or at least in <c>Origin</c>, where a form was sent from.
/// The token in the form is asked for as well; this also holds where a form has none. The API knows nobody by a cookie and takes anything.
/// </summary>
internal sealed class OwnSiteOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!Changes(context.Request) || IsFromHere(context.Request))
        {
            return next(context);
        }

        context.Features.Set(ForeignForm.Instance);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool Changes(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/error", StringComparison.OrdinalIgnoreCase)
        && request.Path != SecurityHeaders.ReportAddress;

    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, AuthorityOf(request), StringComparison.OrdinalIgnoreCase)),
        _ => false
    };

    /// <summary>Without the port that goes without saying, as <see cref="Uri.Authority"/> writes it.</summary>
    private static string AuthorityOf(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here) ? here.Authority : "";
}
