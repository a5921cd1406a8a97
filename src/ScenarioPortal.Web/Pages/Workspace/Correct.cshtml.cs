using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Publication;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>Corrects one part of a released need: read by the same rules as when it was written, published as an addendum.</summary>
internal sealed class CorrectModel(PortalDbContext db, PublicationDesk desk, CodeBooks codeBooks, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    /// <summary>So much of both texts an addendum quotes; the page shows the whole.</summary>
    private const int Quoted = Addendum.TextMaxLength;

    private IReadOnlyDictionary<string, string> _texts = new Dictionary<string, string>();

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Part { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Opportunity Subject { get; private set; } = null!;

    public WritingField Field { get; private set; } = null!;

    public Ending? Ended => Ending.Of(Subject, time.GetUtcNow());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (person, field) = (HttpContext.Person, L.PartsToCorrect().FirstOrDefault(f => f.Key == Part));
        var need = field is null ? null : await db.Opportunities.Public().PublishedBy(person).SingleOrDefaultAsync(o => o.Id == Id && o.PublisherId != null, HttpContext.RequestAborted);
        if (need is null)
        {
            context.Result = NotFound();
            return;
        }

        if (!person.MayEdit(need.PublisherId!.Value) && !person.LeavesItToTheDatabase)
        {
            context.Result = Forbid();
            return;
        }

        (Subject, Field) = (need, field!);
        _texts = WritingTexts.Of(need, new Scenario(need.PublisherId, need.Title), codeBooks.Current);
        await next();
    }

    public IActionResult OnGet()
    {
        // Who is to be asked is written anew: what stands there is nobody's to read again.
        Input.Text = Field.Name is SheetField.Contact ? null : _texts.GetValueOrDefault(Part);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Input.Why) || Input.Why.Length > Correction.WhyMaxLength)
        {
            this.Refuse("Input.Why", L["请写明为什么更正，不超过 {0} 字。", Correction.WhyMaxLength]);
        }

        var read = FormReader.Opportunity(new Dictionary<string, string>(_texts) { [Part] = Input.Text ?? "" }.ByField());
        if (read is RefusedRow<OpportunityRow> { Refusals: var refusals })
        {
            foreach (var refusal in refusals)
            {
                this.Refuse(refusal.Column == Part ? "Input.Text" : "", L[refusal.Reason.Template, [.. refusal.Reason.Values]]);
            }
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        db.Entry(Subject).Property(o => o.Revision).OriginalValue = Revision;
        var correction = Field.Name is SheetField.Contact
            ? new Correction { Why = Input.Why!.Trim() }
            : new Correction { Before = Quote(_texts.GetValueOrDefault(Part)), After = Quote(Input.Text.OrNull), Why = Input.Why!.Trim() };
        await desk.CorrectAsync(Subject, Subject.Need.With(Field.Name, ((ReadRow<OpportunityRow>)read).Row.ToNeed(codeBooks.Current)), correction, cancellation);
        this.Flash(L["第 {0} 号更正已公开。", Subject.Addenda.Count]);
        return Redirect(Links.Need(Id));
    }

    private static string? Quote(string? text) => text is { Length: > Quoted } ? $"{text[..(Quoted - 1)]}…" : text;

    internal sealed class Form
    {
        public string? Text { get; set; }

        public string? Why { get; set; }
    }
}
