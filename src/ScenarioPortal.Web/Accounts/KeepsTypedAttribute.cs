using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ScenarioPortal.Web.Accounts;

/// <summary>
/// On a page model: what somebody sends here after their session is over is kept, and stands in the form again once they have signed in. The page's form
/// names its writer with <c>&lt;partial name="_KeptTyped" /&gt;</c>; nothing is saved before they press the button again.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeepsTypedAttribute : Attribute, IAsyncPageFilter, IAsyncAlwaysRunResultFilter
{
    /// <summary>A handler that a script asks in the background: the script still has the form, and is told that the session is over.</summary>
    public string? Background { get; init; }

    public bool IsBackground(HttpRequest request) =>
        Background is not null && string.Equals(request.Query["handler"], Background, StringComparison.OrdinalIgnoreCase);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var forms = http.RequestServices.GetRequiredService<KeptForms>();
        if (HttpMethods.IsGet(http.Request.Method) && await forms.FindAsync(http, http.RequestAborted) is { } typed)
        {
            foreach (var field in typed.GroupBy(t => t.Key))
            {
                string[] values = [.. field.Select(f => f.Value)];
                context.ModelState.SetModelValue(field.Key, values, string.Join(',', values));
                context.ModelState.MarkFieldSkipped(field.Key);
            }

            http.Features.Set(new TypedBefore([.. typed]));
        }

        var executed = await next();
        if (HttpMethods.IsPost(http.Request.Method) && executed.Exception is null && executed.Result is RedirectResult or PartialViewResult)
        {
            await forms.ForgetAsync(http, http.RequestAborted);
        }
    }

    /// <summary>Somebody else has signed in beside, so that the token is worth nothing: its writer finds the text when it is their turn.</summary>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && !IsBackground(context.HttpContext.Request))
        {
            await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.HttpContext);
        }

        await next();
    }
}

/// <summary>What the reader had typed when their session was over, as it stands in the form again.</summary>
internal sealed record TypedBefore(IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public string? this[string name] => Fields.FirstOrDefault(f => f.Key == name).Value;
}
