using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Privacy;

/// <summary>
/// Before the first page behind the sign-in, a person agrees to the privacy notice as it is now. Public pages, the notice itself, the steps of signing in
/// and out, and everything about one's own data stay open; a form that was open while the notice changed is still taken.
/// </summary>
internal sealed class ConsentFilter : IAsyncPageFilter, IOrderedFilter
{
    private static readonly string[] AlwaysOpen = ["/Me/Consent", "/Me/Confirm", "/Me/Data", "/Me/DataFile", "/Me/Phone", "/Me/Erase", "/Me/MailProof"];

    public int Order => -2;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var isAsked = HttpMethods.IsGet(http.Request.Method) && MustAgree(http.Person)
            && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null && !IsOpen(context.ActionDescriptor.ViewEnginePath);
        if (!isAsked)
        {
            return next();
        }

        context.Result = new LocalRedirectResult(Links.ConsentFor($"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}"));
        return Task.CompletedTask;
    }

    private static bool IsOpen(string page) => page.StartsWith("/SignIn/", StringComparison.Ordinal) || AlwaysOpen.Contains(page);

    private static bool MustAgree(Person person) => person is { IsVisitor: false, IsComplete: true } && person.AgreedVersion != PrivacyNotice.Version;
}
