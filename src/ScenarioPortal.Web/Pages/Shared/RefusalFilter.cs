using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Domain;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>
/// Turns a refusal of the domain into the same page with its reason on top, and an edit conflict into the same page with what was typed and
/// the present revision. The page's subject is loaded before this filter, in <c>OnPageHandlerExecutionAsync</c>, so the page can be shown again.
/// </summary>
internal sealed class RefusalFilter(IStringLocalizer<Texts> L) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        switch (executed.Exception)
        {
            case RuleBrokenException refusal:
                Show(executed, StatusCodes.Status400BadRequest, L[refusal.Refusal, [.. refusal.Values]]);
                break;
            case DbUpdateConcurrencyException conflict:
                foreach (var entry in conflict.Entries)
                {
                    await entry.ReloadAsync(executed.HttpContext.RequestAborted);
                }

                ForgetRevision(executed);
                Show(executed, StatusCodes.Status409Conflict, L["您打开之后，这里的内容被别人改过，所以还没有保存。您写的都在下面；看过现在的内容之后，可以再次保存。"]);
                break;
        }
    }

    private static void Show(PageHandlerExecutedContext executed, int status, string reason)
    {
        executed.ModelState.AddModelError("", reason);
        executed.Result = new PageResult { StatusCode = status };
        executed.ExceptionHandled = true;
    }

    private static void ForgetRevision(PageHandlerExecutedContext executed)
    {
        foreach (var key in executed.ModelState.Keys.Where(k => k.EndsWith("Revision", StringComparison.Ordinal)).ToArray())
        {
            executed.ModelState.Remove(key);
        }
    }
}
