using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Privacy;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>Asks to agree to the privacy notice in its present version, once, and goes on to where one was going.</summary>
internal sealed class ConsentModel(PortalDbContext db, ConsentKeeper consents, IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Agreed to an earlier version; what has changed since is asked about anew.</summary>
    public bool IsRenewal => HttpContext.Person.AgreedVersion is not null;

    public IActionResult OnGet() => HttpContext.Person.AgreedVersion == PrivacyNotice.Version ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Input.Agreed)
        {
            this.Refuse("Input.Agreed", L["请先阅读并勾选同意；不同意的话，可以导出数据并删除账号。"]);
            return this.Again();
        }

        consents.Give(db, HttpContext.Person.AccountId!.Value, ConsentPurpose.Account);
        await db.SaveChangesAsync(cancellation);
        return Onward();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Links.Me);

    internal sealed class Form
    {
        public bool Agreed { get; set; }
    }
}
