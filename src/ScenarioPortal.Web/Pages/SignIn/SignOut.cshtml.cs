using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.SignIn;

/// <summary>Ends the session on the portal itself, and lets the browser forget what it kept of it.</summary>
internal sealed class SignOutModel(SessionKeeper sessions) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Links.Home);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await sessions.EndAsync(cancellation);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect(Links.Home);
    }
}
