using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Exchange.Writing;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Releases;

/// <summary>A released batch as a file, with the rows and the headings of its page; written as it is read.</summary>
internal sealed class DownloadModel(PortalDbContext db, IStringLocalizer<Texts> L, IOptions<SiteOptions> site) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken cancellation)
    {
        var batch = ReleaseFormats.Find(format) is null ? null : await BatchAsync(id, cancellation);
        if (batch is null)
        {
            return NotFound();
        }

        var file = new ReleaseFile(ReleaseFormats.Find(format)!, batch);
        file.Describe(Response);
        if (file.IsKnownTo(Request))
        {
            return StatusCode(StatusCodes.Status304NotModified);
        }

        if (!HttpMethods.IsHead(Request.Method))
        {
            await file.Format.WriteAsync(HeadOf(batch), RowsOf(id), Response.Body, cancellation);
        }

        return new EmptyResult();
    }

    private Task<ReleasedBatch?> BatchAsync(Guid id, CancellationToken cancellation) =>
        db.ListReleases.AsNoTracking()
            .Public()
            .Where(r => r.Id == id)
            .Select(r => new ReleasedBatch
            {
                Kind = r.Kind,
                Year = r.Year,
                Batch = r.Batch,
                Title = r.Title,
                CoverNote = r.CoverNote,
                ReleasedAt = r.ReleasedAt!.Value,
                ContentHash = r.ContentHash!,
                Size = r.Items.Count
            })
            .SingleOrDefaultAsync(cancellation);

    private IAsyncEnumerable<ReleaseRow> RowsOf(Guid id) =>
        db.ListReleases.AsNoTracking()
            .Public()
            .Where(r => r.Id == id)
            .SelectMany(r => r.Items)
            .OrderBy(i => i.Position)
            .Select(i => new ReleaseRow { SubjectId = i.SubjectId, Number = i.Number, Content = i.Content })
            .AsAsyncEnumerable();

    private ReleaseHead HeadOf(ReleasedBatch batch) => new()
    {
        Title = batch.Title,
        Annex = L["附件"],
        SheetName = L.Name(batch.Kind),
        Notes = L.AnnexNotes(site.Value.OrganiserToRead, batch.ReleasedAt, batch.Kind, batch.Size),
        CoverNote = batch.CoverNote,
        Proof = L["内容校验值（SHA-256）：{0}", batch.ContentHash],
        Columns = [.. ReleaseColumns.Of(batch.Kind).Select(c => (c, L.Heading(c, batch.Kind)))],
        NotStated = L["未注明"],
        ReleasedAt = batch.ReleasedAt.InShanghai()
    };
}
