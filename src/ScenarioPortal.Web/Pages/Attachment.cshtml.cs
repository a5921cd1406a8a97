using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages;

/// <summary>A file that goes with a need or capability, to whoever may see that: always to save, never to run.</summary>
internal sealed class AttachmentModel(PortalDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var file = await (
            from attachment in db.Attachments.VisibleTo(HttpContext.Person, db)
            join stored in db.StoredFiles on attachment.FileId equals stored.Id
            where attachment.Id == id
            select new { attachment.Name, attachment.ContentType, attachment.Hash, stored.Content }).SingleOrDefaultAsync(cancellation);
        if (file is null)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-cache";
        return new FileContentResult(file.Content, file.ContentType) { FileDownloadName = file.Name, EntityTag = new EntityTagHeaderValue($"\"{file.Hash}\"") };
    }
}
