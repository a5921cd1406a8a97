using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Passkeys;

namespace ScenarioPortal.Web.Pages.Passkeys;

/// <summary>Signs in whoever shows a passkey: no name, no password, and both factors at once.</summary>
internal sealed class SignInModel(
    PasskeyCeremonies passkeys, SessionKeeper sessions, IDbContextFactory<PortalDbContext> databases, AuditTrail audit, IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => LocalRedirect(Links.SignIn);

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellation) =>
        Content(await passkeys.AskToShowAsync(null, cancellation), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await passkeys.ShownAsync(Answer, cancellation) is not { } account)
        {
            await NoteRefusalAsync(cancellation);
            this.Refuse("", L["没有认出这把通行密钥。它可能已被移除，或者页面停留得太久。请再试一次，或换别的方式登录。"]);
            return this.Again();
        }

        await sessions.StartAsync(account.Id, Factors.Passkey, cancellation);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Links.Me);
    }

    private async Task NoteRefusalAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        audit.Note(db, new Act { Action = "session.start", Result = AuditResult.Refused, Detail = new { factors = nameof(Factors.Passkey) } });
        await db.SaveChangesAsync(cancellation);
    }
}
