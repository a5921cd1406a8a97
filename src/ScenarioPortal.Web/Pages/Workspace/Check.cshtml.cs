using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Writing;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>Everything that was written on one page, each with a way to change it; from here it is handed in, or thrown away.</summary>
internal sealed class CheckModel(PortalDbContext db, HandIn handIn, SimilarNeeds similar, CodeBooks codeBooks, AuditTrail audit, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public WorkingCopy Copy { get; private set; } = null!;

    public IReadOnlyList<WritingStep> Steps { get; private set; } = [];

    public IReadOnlyList<WritingHint> Hints => L.WritingHints(Copy.Kind, Copy.Texts);

    /// <summary>Now or before. A draft that was there already, and is only written on here, was not.</summary>
    public bool WasHandedIn { get; private set; }

    public IReadOnlyList<SimilarNeed> Similar { get; private set; } = [];

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public string? PersonalData => L.PersonalDataIn(Copy.Texts);

    public IReadOnlyList<CodeListEntry> Words => WordHits.In(Copy.Texts, codeBooks.Current);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.WorkingCopies.EditableBy(HttpContext.Person).SingleOrDefaultAsync(c => c.Id == Id, HttpContext.RequestAborted) is not { } copy)
        {
            context.Result = NotFound();
            return;
        }

        (Copy, Steps) = (copy, L.WritingSteps(copy.Kind));
        WasHandedIn = copy.SubjectId is { } subject && await db.Submissions.VisibleTo(HttpContext.Person).AnyAsync(s => s.SubjectId == subject, HttpContext.RequestAborted);
        Files = await db.Attachments.OfCopy(Id).ToListAsync(HttpContext.RequestAborted);
        Similar = await similar.FindAsync(copy.Kind, copy.Texts, copy.SubjectId, HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var faults = await handIn.RunAsync(Copy, HttpContext.Person, cancellation);
        foreach (var (field, reason) in faults)
        {
            this.Refuse(Copy.Texts.ContainsKey(field) || Steps.Any(s => s.Fields.Any(f => f.Key == field)) ? WritingModel.NameOf(field) : "", L[reason.Template, [.. reason.Values]]);
        }

        if (faults.Count > 0)
        {
            return this.Again();
        }

        db.Entry(Copy).Property(c => c.Revision).OriginalValue = Revision;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException gone) when (gone.InnerException is PostgresException { ConstraintName: "fk_opportunities_joint_demands_demand_id" })
        {
            // Somebody else of the unit gave up the lead at that moment.
            this.Refuse("", L["本单位的另一位成员刚刚放弃了牵头，还没有提交。再提交一次，就作为本单位自己的需求。"]);
            await db.Entry(Copy).ReloadAsync(cancellation);
            return this.Again();
        }

        this.Flash(L["“{0}”已提交。审核人员看过之后，结果发到您的邮箱，也显示在工作台。", Copy.Title ?? ""]);
        return Redirect(Links.WritingCheck(Id));
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation)
    {
        if (WasHandedIn)
        {
            this.Refuse("", L["已经提交过的不能删除。"]);
            return this.Again();
        }

        db.RemoveRange(Files);
        db.Remove(Copy);
        audit.Note(db, new Act { Action = "writing.discard", Organisation = Copy.OrganisationId, SubjectKind = Copy.Kind.ToString(), Subject = Copy.Id, Detail = new { attachments = Files.Count } });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["草稿“{0}”已删除。", Copy.Title ?? L["还没有名称"]]);
        return Redirect(Links.Workspace);
    }
}
