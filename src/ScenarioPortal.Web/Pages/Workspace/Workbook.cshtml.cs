using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Workbooks;
using ScenarioPortal.Domain.Workbooks;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Workbooks;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>One uploaded list: how far the work on it is, what each column was taken for, what became of each row, and the word to take the good ones.</summary>
internal sealed class WorkbookModel(PortalDbContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    public const int PageSize = 200;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public RowOutcome? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Column by column: the header, and at the same place the field.</summary>
    [BindProperty]
    public List<string> Headers { get; set; } = [];

    [BindProperty]
    public List<string> Fields { get; set; } = [];

    public WorkbookUpload Upload { get; private set; } = null!;

    public bool MayEdit => HttpContext.Person.MayEdit(Upload.OrganisationId);

    public IReadOnlyList<ListColumn> Columns => L.ColumnsOf(Upload.Kind);

    public IReadOnlyList<UploadedRow> Rows { get; private set; } = [];

    /// <summary>What is shown: refused rows when there are any.</summary>
    public RowOutcome Shown => Show ?? (Upload.Refused > 0 ? RowOutcome.Refused : Upload.Added > 0 ? RowOutcome.Added : Upload.Changed > 0 ? RowOutcome.Changed : RowOutcome.Unchanged);

    public int Pages => Math.Max(1, (CountOf(Shown) + PageSize - 1) / PageSize);

    /// <summary>Columns by header, from the first sheet that has it.</summary>
    public IEnumerable<UploadColumn> SheetColumns => Upload.Sheets.SelectMany(s => s.Columns).DistinctBy(c => c.Header);

    public int CountOf(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Added => Upload.Added,
        RowOutcome.Changed => Upload.Changed,
        RowOutcome.Unchanged => Upload.Unchanged,
        _ => Upload.Refused
    };

    public string PageHref(RowOutcome outcome, int page = 1) => $"{Links.Workbook(Id)}?show={outcome}{(page > 1 ? $"&from={page}" : "")}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        var uploads = HttpMethods.IsPost(Request.Method) ? db.WorkbookUploads.EditableBy(HttpContext.Person) : db.WorkbookUploads.VisibleTo(HttpContext.Person);
        if (await uploads.SingleOrDefaultAsync(u => u.Id == Id, cancellation) is not { } upload)
        {
            context.Result = NotFound();
            return;
        }

        Upload = upload;
        Number = Math.Clamp(Number, 1, Pages);
        Rows = await db.UploadedRows.AsNoTracking().Where(r => r.UploadId == Id && r.Outcome == Shown)
            .OrderBy(r => r.Position).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        await next();
    }

    public IActionResult OnGet() => Page();

    /// <summary>Another understanding of the columns: everything is checked again, and the next sheet of this shape is understood so at once.</summary>
    public async Task<IActionResult> OnPostMapAsync(CancellationToken cancellation)
    {
        var fields = Headers.Zip(Fields).Where(f => IsKnown(f.Second)).DistinctBy(f => f.First).ToDictionary(f => f.First, f => f.Second);
        var chosen = fields.Values.Select(Enum.Parse<SheetField>).ToList();
        if (chosen.Where(f => !SheetMapping.MayShare(f)).GroupBy(f => f).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            this.Refuse("", L["“{0}”只能对应一列，现在有 {1} 列选了它。", Columns.First(c => c.Field == twice.Key).Heading, twice.Count()]);
            return this.Again();
        }

        if (chosen.Where(f => f is not SheetField.Ignored).Distinct().Count() < 2 || !chosen.Exists(f => f is SheetField.Title or SheetField.Description))
        {
            this.Refuse("", L["请至少让两列有对应，其中一列是名称或简介。"]);
            return this.Again();
        }

        db.Entry(Upload).Property(u => u.Revision).OriginalValue = Revision;
        Upload.Map(fields);
        if (await db.RememberedColumns.SingleOrDefaultAsync(c => c.OrganisationId == Upload.OrganisationId && c.Kind == Upload.Kind && c.Shape == Upload.Shape, cancellation) is { } remembered)
        {
            remembered.Decide(fields, time.GetUtcNow());
        }
        else
        {
            db.Add(new RememberedColumns(Upload.OrganisationId, Upload.Kind, Upload.Shape, fields, time.GetUtcNow()));
        }

        audit.Note(db, Upload.ToAct("workbook.map", new { fields = chosen.ConvertAll(f => f.ToString()) }));
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["列的对应已改，正在重新检查。以后同样的表，照这次的来。"]);
        return Redirect(Links.Workbook(Id));
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation)
    {
        db.Entry(Upload).Property(u => u.Revision).OriginalValue = Revision;
        Upload.Take();
        audit.Note(db, Upload.ToAct("workbook.take", new { rows = Upload.Added + Upload.Changed }));
        await db.SaveChangesAsync(cancellation);
        return Redirect(Links.Workbook(Id));
    }

    private bool IsKnown(string field) => field == nameof(SheetField.Ignored) || Columns.Any(c => c.Field.ToString() == field);
}
