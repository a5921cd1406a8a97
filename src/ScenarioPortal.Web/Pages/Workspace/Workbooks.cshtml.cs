using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Workbooks;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Workbooks;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>Excel 导入: templates, the upload, and what was uploaded before.</summary>
[RequestSizeLimit(TakeIn.RequestMax), RequestFormLimits(MultipartBodyLengthLimit = TakeIn.RequestMax)]
internal sealed class WorkbooksModel(PortalDbContext db, TakeIn takeIn, IStringLocalizer<Texts> L) : PageModel
{
    private const int Shown = 30;

    [BindProperty]
    public IFormFile? Workbook { get; set; }

    [BindProperty]
    public Guid Organisation { get; set; }

    public Person Person => HttpContext.Person;

    /// <summary>For whom this person may upload: one seat for each organisation.</summary>
    public IReadOnlyList<Seat> Writers => [.. Person.Seats.Where(s => s.Role >= MemberRole.Editor).DistinctBy(s => s.OrganisationId)];

    public IReadOnlyList<ListKind> Kinds => [.. Writers.Select(IndexModel.KindOf).Distinct().Order()];

    public IReadOnlyList<Row> Uploads { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Uploads = await db.WorkbookUploads.VisibleTo(Person).OrderByDescending(u => u.UploadedAt).ThenBy(u => u.Id).Take(Shown)
            .Select(u => new Row(u.Id, u.FileName, u.Kind, u.State, u.UploadedAt, u.Added + u.Changed, u.Refused, u.Taken)).ToListAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Writers.FirstOrDefault(s => s.OrganisationId == Organisation) is not { } seat)
        {
            return NotFound();
        }

        if (Workbook is null)
        {
            this.Refuse(nameof(Workbook), L["请选择要导入的表格文件。"]);
            return this.Again();
        }

        var (upload, refusal) = await takeIn.RunAsync(IndexModel.KindOf(seat), Organisation, Workbook, Person, cancellation);
        if (upload is null)
        {
            this.Refuse(nameof(Workbook), L.Say(refusal!));
            return this.Again();
        }

        await db.SaveChangesAsync(cancellation);
        return Redirect(Links.Workbook(upload.Id));
    }

    internal sealed record Row(Guid Id, string FileName, ListKind Kind, UploadState State, DateTimeOffset UploadedAt, int Good, int Refused, int Taken);
}
