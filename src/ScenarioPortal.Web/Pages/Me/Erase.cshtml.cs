using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Privacy;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>Deletes one's own account, after saying what goes and what stays.</summary>
[Sensitive]
internal sealed class EraseModel(AccountDatabase accounts, Erasure erasure, IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Organisations that would be without an owner.</summary>
    public IReadOnlyList<Organisation> OwnedAlone { get; private set; } = [];

    /// <summary>Posts of administrators that would be empty.</summary>
    public IReadOnlyList<StaffRole> AdministeredAlone { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var me = HttpContext.Person.AccountId!.Value;
        OwnedAlone = await accounts.Db.OwnedOnlyBy(me).OrderBy(o => o.Name).ThenBy(o => o.Id).ToListAsync(HttpContext.RequestAborted);
        AdministeredAlone = await accounts.Db.AdministeredOnlyBy(me).ToListAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Input.Understood)
        {
            this.Refuse("Input.Understood", L["请勾选，确认您知道删除后不能恢复。"]);
            return this.Again();
        }

        await erasure.EraseAsync(accounts.Db, await accounts.OfAsync(HttpContext.Person, cancellation), cancellation);
        SessionCookie.Remove(Response);
        this.Flash(L["账号已删除，您已退出登录。"]);
        return LocalRedirect(Links.Home);
    }

    internal sealed class Form
    {
        public bool Understood { get; set; }
    }
}
