using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Security;

/// <summary>
/// On a page model: its forms are taken only from somebody who proved a few minutes ago who they are. Anybody else does so first, and what
/// they typed goes along: the browser posts the same form again afterwards. Passwords and codes are not kept and are typed once more.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SensitiveAttribute : Attribute, IAsyncPageFilter, IOrderedFilter
{
    /// <summary>Asks before the page is shown too: where looking is sensitive already, or the form holds passwords.</summary>
    public bool FromTheStart { get; init; }

    /// <summary>Only these handlers, such as <c>Remove</c>; an empty name is the one without a name. Without any, all of them.</summary>
    public string[] Handlers { get; init; } = [];

    /// <summary>Before refusals are turned into pages: nothing has happened yet.</summary>
    public int Order => -1;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var isPost = HttpMethods.IsPost(http.Request.Method);
        var isAsked = (isPost || FromTheStart) && (Handlers.Length == 0 || Handlers.Contains(context.HandlerMethod?.Name ?? "", StringComparer.OrdinalIgnoreCase));
        if (!isAsked || http.HasJustProved)
        {
            return next();
        }

        var way = Links.ConfirmFor($"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}");
        context.Result = isPost ? new LocalRedirectResult(way, permanent: false, preserveMethod: true) : new LocalRedirectResult(way);
        return Task.CompletedTask;
    }
}

internal static class RecentProof
{
    extension(HttpContext context)
    {
        /// <summary>Whether the person gave a password, a code or a passkey within the last minutes.</summary>
        public bool HasJustProved
        {
            get
            {
                var services = context.RequestServices;
                var limit = services.GetRequiredService<IOptions<Accounts.SessionOptions>>().Value.Confirmed;
                return context.Person is { IsVisitor: false } person && services.GetRequiredService<TimeProvider>().GetUtcNow() - person.ConfirmedAt <= limit;
            }
        }
    }
}
