using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Releases;

namespace ScenarioPortal.Web.Pages.Releases;

/// <summary>A batch as it would be released, for whoever was given its secret address.</summary>
internal sealed class PreviewModel(IDbContextFactory<PortalDbContext> databases, PreviewLinks previews, ReleaseList release) : PageModel
{
    public ListRelease Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (previews.PlanOf(key) is not { } id)
        {
            return NotFound();
        }

        // Nobody who is asked to look need be signed in: the address is the proof.
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.BatchPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } plan)
        {
            return NotFound();
        }

        if (plan.ReleaseId is { } released)
        {
            return Redirect(Links.Release(released));
        }

        Draft = await release.DraftAsync(plan, cancellation);
        return Page();
    }
}
