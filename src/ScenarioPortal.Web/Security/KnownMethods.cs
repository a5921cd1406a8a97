using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Diagnostics;

namespace ScenarioPortal.Web.Security;

/// <summary>A page answers the methods that it has handlers for. Left to itself it would be shown for any word at all.</summary>
internal sealed class KnownMethods(RequestDelegate next)
{
    /// <summary>How routing calls its own refusal, for which nobody need sign in.</summary>
    private const string MethodRefused = "405 HTTP Method Not Supported";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { DisplayName: MethodRefused, RequestDelegate: { } refuse })
        {
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
