using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace ScenarioPortal.Web.Localisation;

/// <summary>
/// Gives each request the language its reader chose. <c>?lang=en</c> and <c>?elder=on</c> on any page keep the choice in a cookie
/// and lead to the same page without them; the API takes <c>?lang=</c> for that one answer.
/// </summary>
internal sealed class ReadingMiddleware(RequestDelegate next)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isApi = request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        if (!isApi && HttpMethods.IsGet(request.Method) && (request.Query.ContainsKey(Reading.LanguageName) || request.Query.ContainsKey(Reading.ElderName)))
        {
            Keep(context, Reading.LanguageName);
            Keep(context, Reading.ElderName);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(SamePageWithoutChoice(request));
            return;
        }

        var reading = isApi ? Reading.In(request.Query[Reading.LanguageName]) : Reading.Of(request);
        context.Features.Set(reading);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = reading.Culture;
        await next(context);
    }

    private static void Keep(HttpContext context, string name)
    {
        if (context.Request.Query[name].ToString() is { Length: > 0 and <= 5 } value)
        {
            context.Response.Cookies.Append(Reading.CookiePrefix + name, value, new CookieOptions
            {
                MaxAge = Kept,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                Secure = true
            });
        }
    }

    /// <summary>Always an address of this site: a path that begins with two slashes would name another host.</summary>
    private static string SamePageWithoutChoice(HttpRequest request)
    {
        var rest = new QueryBuilder(request.Query.Where(q => q.Key is not (Reading.LanguageName or Reading.ElderName)));
        var path = $"/{request.Path.ToUriComponent().TrimStart('/')}";
        return $"{request.PathBase.ToUriComponent()}{path}{rest}";
    }
}
