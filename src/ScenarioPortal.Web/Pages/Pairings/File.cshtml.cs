using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>A file of a message or of a step, to whoever reads the words beside it: always to save, never to run.</summary>
internal sealed class FileModel(PortalDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var file = await (
            from shown in db.PairingFiles.VisibleTo(HttpContext.Person, db)
            join stored in db.StoredFiles on shown.FileId equals stored.Id
            where shown.Id == id
            select new { shown.Name, shown.ContentType, shown.Hash, stored.Content }).SingleOrDefaultAsync(cancellation);
        if (file is null)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-cache";
        return new FileContentResult(file.Content, file.ContentType) { FileDownloadName = file.Name, EntityTag = new EntityTagHeaderValue($"\"{file.Hash}\"") };
    }
}
