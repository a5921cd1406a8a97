using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Privacy;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>The link that came to the new address: whoever opens it, signed in, has that address.</summary>
internal sealed class MailProofModel(AccountDatabase accounts, MailChange change, SecurityChange security, IStringLocalizer<Texts> L) : PageModel
{
    private OneTimeLink _link = null!;

    public string Email => _link.Email;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var secret = RouteData.Values["secret"] as string ?? "";
        if (await change.FindAsync(accounts.Db, HttpContext.Person.AccountId!.Value, secret, HttpContext.RequestAborted) is not { } link)
        {
            context.Result = NotFound();
            return;
        }

        _link = link;
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var account = await accounts.OfAsync(HttpContext.Person, cancellation);
        if (!await change.TakeAsync(accounts.Db, account, _link, cancellation))
        {
            this.Refuse("", L["这个邮箱已经有账号了，没有更换。"]);
            return this.Again();
        }

        await security.SaveAsync(accounts.Db, account, "account.change-mail", cancellation);
        this.Flash(L["邮箱已更换，以后用新邮箱登录。其他设备上的登录都已退出。"]);
        return LocalRedirect(Links.MyData);
    }
}
