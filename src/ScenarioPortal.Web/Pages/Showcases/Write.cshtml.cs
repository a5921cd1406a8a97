using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Data.Showcases;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Domain.Showcases;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;
using ScenarioPortal.Web.Showcases;

namespace ScenarioPortal.Web.Pages.Showcases;

/// <summary>写成示范案例: one side of a verified pairing tells how it was done, the other agrees.</summary>
[KeepsTyped]
internal sealed class WriteModel(PortalDbContext db, ShowcaseDesk desk, IValidator<ShowcaseForm> validator, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public PairingSide Side { get; set; }

    [BindProperty]
    public ShowcaseForm Input { get; set; } = new();

    public Pairing Pairing { get; private set; } = null!;

    public Showcase? Before { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (person, cancellation) = (HttpContext.Person, HttpContext.RequestAborted);
        if (ModelState.GetFieldValidationState(nameof(Side)) is ModelValidationState.Invalid || Side is not (PairingSide.Publisher or PairingSide.Company)
            || await db.Pairings.EditableBy(person).SingleOrDefaultAsync(p => p.Id == Id && (p.State == PairingState.Verified || p.State == PairingState.Adopted || p.State == PairingState.Scaled), cancellation) is not { } pairing
            || !pairing.SidesOf(person).Contains(Side))
        {
            context.Result = NotFound();
            return;
        }

        Pairing = pairing;
        Before = await db.Showcases.VisibleTo(person).SingleOrDefaultAsync(s => s.PairingId == Id, cancellation);
        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Input = Before is { } before ? ShowcaseForm.Of(before.Content) : await FirstAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var written = await desk.WriteAsync(Pairing, Before, Input.Revision, Input.ToContent(), Side, HttpContext.Person, cancellation);
        this.Flash(L["案例已写好，等对方同意。"]);
        return Redirect(Links.Showcase(written.Id));
    }

    public async Task<IActionResult> OnPostAgreeAsync(int revision, CancellationToken cancellation)
    {
        if (Before is not { } showcase)
        {
            return NotFound();
        }

        Input = ShowcaseForm.Of(showcase.Content);
        await desk.AgreeAsync(showcase, revision, Side, HttpContext.Person, cancellation);
        this.Flash(L["已同意，案例提交审核。"]);
        return Redirect(Links.Showcase(showcase.Id));
    }

    /// <summary>What both lists say already, to begin from.</summary>
    private async Task<ShowcaseForm> FirstAsync(CancellationToken cancellation)
    {
        var said = await db.Opportunities.VisibleTo(HttpContext.Person, db.Scenarios).Where(o => o.Id == Pairing.OpportunityId)
            .Select(o => new { Problem = o.Description, Solution = db.Capabilities.Where(c => c.Id == Pairing.CapabilityId).Select(c => c.Description).FirstOrDefault() }).SingleOrDefaultAsync(cancellation);
        return new ShowcaseForm { Title = Cut(Pairing.NeedTitle, ShowcaseContent.TitleMaxLength), Problem = Cut(said?.Problem, ShowcaseContent.TextMaxLength), Solution = Cut(said?.Solution, ShowcaseContent.TextMaxLength) };
    }

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
