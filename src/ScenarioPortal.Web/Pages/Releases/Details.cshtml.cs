using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Web.Pages.Releases;

/// <summary>A released batch: its rows as they were frozen, printed as the annex of an official document.</summary>
internal sealed class DetailsModel(PortalDbContext db) : PageModel
{
    public ListRelease Subject { get; private set; } = null!;

    public int Organisations => Subject.Items.Select(i => i.Content.Organisation).Distinct(StringComparer.Ordinal).Count();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var subject = await db.ListReleases.AsNoTracking().Public().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (subject is null)
        {
            return NotFound();
        }

        Subject = subject;
        return Page();
    }
}
