using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Lists;
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
[KeepsTyped]
internal sealed class CorrectModel(PortalDbContext db, PublicationDesk desk, CodeBooks codeBooks, HomeRegion home, TimeProvider time, IStringLocalizer<Texts> L) : PageModel, ICorrectionPage
{
    private IReadOnlyDictionary<string, string> _texts = new Dictionary<string, string>();
    private Scenario _scenario = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Part { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public CorrectionForm Input { get; set; } = new();

    public Opportunity Subject { get; private set; } = null!;

    public WritingField Field { get; private set; } = null!;

    public ListKind Kind => ListKind.Opportunities;

    public int Present => Subject.Revision;

    public string Address => Links.NeedCorrection(Id, Part);

    public string Back => Links.Need(Id);

    public Ending? Ended => Ending.Of(Subject, time.GetUtcNow());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (person, field) = (HttpContext.Person, L.PartsToCorrect(ListKind.Opportunities).FirstOrDefault(f => f.Key == Part));
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
        _scenario = await db.Scenarios.SingleAsync(s => s.Id == need.ScenarioId, HttpContext.RequestAborted);
        _texts = WritingTexts.Of(need, _scenario, codeBooks.Current);
        await next();
    }

    public IActionResult OnGet()
    {
        // Who is to be asked is written anew: what stands there is nobody's to read again.
        Input.Text = Field.Name is SheetField.Contact ? null : Now;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        this.CheckWhy(Input, L);
        var read = FormReader.Opportunity(new Dictionary<string, string>(_texts) { [Part] = Input.Text ?? "" }.ByField());
        this.RefuseAll(read, Part, L);
        if (Field.Name is SheetField.Region && Input.Text.OrNull is { } place && codeBooks.Current.RegionMeantBy(place, home.Code) is null)
        {
            this.Refuse("Input.Text", L["没有认出这个区域。请写市、区的名称，例如“示范市云桥区”，或六位行政区划代码。"]);
        }

        if (Field.Name is SheetField.Kind && Input.Text.OrNull is { } scale && !WritingTexts.ScaleWords.Contains(scale))
        {
            this.Refuse("Input.Text", L["请从列表里选一类。"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        db.Entry(Subject).Property(o => o.Revision).OriginalValue = Revision;
        await CorrectAsync(((ReadRow<OpportunityRow>)read).Row, cancellation);
        this.Flash(L["第 {0} 号更正已公开。", Subject.Addenda.Count]);
        return Redirect(Links.Need(Id));
    }

    /// <summary>What stands there, in words: a region by its name.</summary>
    private string? Now => Field.Name is SheetField.Region ? RegionName(_scenario.RegionCode) : _texts.GetValueOrDefault(Part);

    private async Task CorrectAsync(OpportunityRow row, CancellationToken cancellation)
    {
        var codes = codeBooks.Current;
        var correction = Input.Told(Field.Name, Now, Input.Text.OrNull);
        if (!Field.Name.IsOfTheScenario)
        {
            await desk.CorrectAsync(Subject, Subject.Need.With(Field.Name, row.ToNeed(codes)), correction, cancellation);
            return;
        }

        var usual = Field.Name is SheetField.Region ? await db.Organisations.Where(o => o.Id == Subject.PublisherId).Select(o => o.RegionCode).SingleAsync(cancellation) : null;
        var setting = _scenario.Setting.With(Field.Name, row.ToSetting(codes, home, usual));
        await desk.CorrectAsync(Subject, _scenario, setting, Field.Name is SheetField.Region ? correction with { After = RegionName(setting.RegionCode) } : correction, cancellation);
    }

    private string? RegionName(string? code) => code is null ? null : codeBooks.Current.RegionName(code);
}
