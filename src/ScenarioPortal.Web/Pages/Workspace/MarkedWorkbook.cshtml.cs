using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Workbooks;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Writing.Lists;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Workbooks;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>The list as it was uploaded, with red cells and reasons: always to save, never to run.</summary>
internal sealed class MarkedWorkbookModel(PortalDbContext db, IStringLocalizer<Texts> L) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var upload = await db.WorkbookUploads.AsNoTracking().VisibleTo(HttpContext.Person).SingleOrDefaultAsync(u => u.Id == id, cancellation);
        if (upload is null || upload.IsWorkedOn || upload.Refused == 0)
        {
            return NotFound();
        }

        var refused = await db.UploadedRows.AsNoTracking().Where(r => r.UploadId == id && r.Outcome == RowOutcome.Refused).ToListAsync(cancellation);
        var content = await db.StoredFiles.Where(f => f.Id == upload.FileId).Select(f => f.Content).SingleAsync(cancellation);
        var marked = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await MarkedWorkbook.WriteAsync(new MemoryStream(content, writable: false), L.MarksOf(upload, refused), marked, cancellation);
        }
        catch
        {
            await marked.DisposeAsync();
            throw;
        }

        marked.Position = 0;
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(marked, MarkedWorkbook.ContentType, $"{Path.GetFileNameWithoutExtension(upload.FileName)}-{L["标红"]}.xlsx");
    }
}
