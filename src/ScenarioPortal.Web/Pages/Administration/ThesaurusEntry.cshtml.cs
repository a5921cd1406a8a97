using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.CodeLists;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Administration;

/// <summary>One pair of the thesaurus: how its words belong together, and whether it is used.</summary>
internal sealed class ThesaurusEntryModel(
    PortalDbContext db, IValidator<ThesaurusForm> validator, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ThesaurusForm Input { get; set; } = new();

    public ThesaurusEntry Subject { get; private set; } = null!;

    private Guid Me => HttpContext.Person.AccountId!.Value;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.ThesaurusEntries.EditableBy(HttpContext.Person).SingleOrDefaultAsync(e => e.Id == Id, HttpContext.RequestAborted) is not { } subject)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        if (context.HandlerMethod?.Name is not null || HttpMethods.IsGet(Request.Method))
        {
            Input = Shown(Input.Revision);
        }

        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        (Input.Word, Input.LeadsTo) = (Subject.Word, Subject.LeadsTo);
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        Begin();
        Subject.Change(Input.Relation!.Value, Input.FieldCode, Me, time.GetUtcNow());
        await SaveAsync("thesaurus.change", cancellation);
        this.Flash(L["“{0}”已保存，几秒内生效，已有的匹配随后重算。", Subject.Word]);
        return Redirect(Subject.State is ThesaurusState.Suggested ? Links.ThesaurusEntry(Id) : Links.Thesaurus);
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation)
    {
        Begin();
        Subject.Accept(Me, time.GetUtcNow());
        await SaveAsync("thesaurus.accept", cancellation);
        this.Flash(L["“{0}”和“{1}”已采用，几秒内生效，已有的匹配随后重算。", Subject.Word, Subject.LeadsTo]);
        return Redirect(Links.Suggestions);
    }

    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellation)
    {
        Begin();
        Subject.Refuse(Me, time.GetUtcNow());
        await SaveAsync("thesaurus.refuse", cancellation);
        this.Flash(L["“{0}”和“{1}”不采用，以后也不再建议。", Subject.Word, Subject.LeadsTo]);
        return Redirect(Links.Suggestions);
    }

    public async Task<IActionResult> OnPostSwitchOffAsync(CancellationToken cancellation)
    {
        Begin();
        Subject.SwitchOff(Me, time.GetUtcNow());
        await SaveAsync("thesaurus.switch-off", cancellation);
        this.Flash(L["“{0}”和“{1}”已停用，几秒内生效，已有的匹配随后重算。", Subject.Word, Subject.LeadsTo]);
        return Redirect(Links.Thesaurus);
    }

    public async Task<IActionResult> OnPostSwitchOnAsync(CancellationToken cancellation)
    {
        Begin();
        Subject.SwitchOn(Me, time.GetUtcNow());
        await SaveAsync("thesaurus.switch-on", cancellation);
        this.Flash(L["“{0}”和“{1}”已重新启用，几秒内生效，已有的匹配随后重算。", Subject.Word, Subject.LeadsTo]);
        return Redirect(Links.Thesaurus);
    }

    private ThesaurusForm Shown(int revision)
    {
        var form = ThesaurusForm.Of(Subject);
        form.Revision = revision;
        return form;
    }

    private void Begin() => db.Entry(Subject).Property(e => e.Revision).OriginalValue = Input.Revision;

    private async Task SaveAsync(string action, CancellationToken cancellation)
    {
        audit.Note(db, new Act { Action = action, SubjectKind = "thesaurus", Subject = Subject.Id, Detail = new { relation = $"{Subject.Relation}", field = Subject.FieldCode, state = $"{Subject.State}" } });
        await db.SaveChangesAsync(cancellation);
    }
}
