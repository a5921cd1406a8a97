using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Data.Organisations;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.Organisations;

/// <summary>The stored licence, to members and to the reviewers of the region: always to save, never to run.</summary>
internal sealed class LicenceFileModel(PortalDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        var visible = await db.Organisations.ReadableBy(person).AnyAsync(o => o.Id == id, cancellation)
            || await db.Organisations.ReviewedBy(person).AnyAsync(o => o.Id == id, cancellation);
        var file = visible ? await db.StoredFiles.AsNoTracking().Licences(id).OrderByDescending(f => f.UploadedAt).FirstOrDefaultAsync(cancellation) : null;
        if (file is null)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(file.Content, file.ContentType, file.Name);
    }
}
