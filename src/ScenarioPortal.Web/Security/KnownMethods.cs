using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ScenarioPortal.Web.Security;

/// <summary>
/// A page answers the methods that it has handlers for; left to itself it would be shown for any word at all. And what is no address of the portal
/// is not found, whoever asks: there is nothing to sign in for.
/// </summary>
internal sealed class KnownMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (context.GetEndpoint() is { RequestDelegate: { } refuse } and not RouteEndpoint)
        {
            // Routing's own refusal of a method or a content type, for which nobody need sign in.
            return refuse(context);
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page || StandsForAnother(context))
        {
            return next(context);
        }

        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        if (page.HandlerMethods.Count == 0 ? HttpMethods.IsGet(method) : page.HandlerMethods.Any(h => string.Equals(h.HttpMethod, method, StringComparison.OrdinalIgnoreCase)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Distinct());
        return Task.CompletedTask;
    }

    private static bool StandsForAnother(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
