using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.CodeLists;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Administration;

/// <summary>One word of the list: what to write instead, and why; or taken off.</summary>
internal sealed class WordModel(PortalDbContext db, IValidator<WordForm> validator, AuditTrail audit, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public string Word { get; set; } = "";

    [BindProperty]
    public WordForm Input { get; set; } = new();

    public CodeListEntry Subject { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.CodeListEntries.On(WordHits.List).SingleOrDefaultAsync(e => e.Code == Word, HttpContext.RequestAborted) is not { } subject)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        await next();
    }

    public IActionResult OnGet()
    {
        Input = WordForm.Of(Subject);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Input.Word = Subject.Code;
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        Begin();
        Input.WriteTo(Subject);
        audit.Note(db, new Act { Action = "word.change", SubjectKind = "word", Detail = new { word = Subject.Code, instead = Subject.Name } });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["“{0}”已保存，几秒内生效。", Subject.Code]);
        return Redirect(Links.WordList);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        Begin();
        Subject.Remove();
        audit.Note(db, new Act { Action = "word.remove", SubjectKind = "word", Detail = new { word = Subject.Code } });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["“{0}”已移除，几秒内生效。", Subject.Code]);
        return Redirect(Links.WordList);
    }

    private void Begin() => db.Entry(Subject).Property(e => e.Revision).OriginalValue = Input.Revision;
}
