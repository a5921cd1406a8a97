using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Choosing;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>One company has agreed: the others are told, with one press and one sentence.</summary>
[KeepsTyped]
internal sealed class OthersModel(PortalDbContext db, ChoiceDesk desk, NeedChoices choices, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Opportunity Need { get; private set; } = null!;

    /// <summary>Who still waits.</summary>
    public IReadOnlyList<Waiting> Others { get; private set; } = [];

    public NeedChoices.Offered? Offered { get; private set; }

    /// <summary>What was typed stands there even when it came too late.</summary>
    public bool ShowsForm => Offered is { MayTellOthers: true } || HttpMethods.IsPost(Request.Method);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (person, cancellation) = (HttpContext.Person, HttpContext.RequestAborted);
        var need = await db.Opportunities.Public().PublishedBy(person).AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id && o.PublisherId != null, cancellation);
        if (need is null || await choices.OfAsync(Id, need.PublisherId!.Value, person, cancellation) is not { } offered)
        {
            context.Result = NotFound();
            return;
        }

        (Need, Offered) = (need, offered);
        var found = await db.Pairings.AsNoTracking().EditableBy(person)
            .Where(p => p.OpportunityId == Id && (p.State == PairingState.Proposed || p.State == PairingState.Interested || p.State == PairingState.Invited || p.State == PairingState.Engaged))
            .OrderBy(p => p.BeganAt).ThenBy(p => p.Id)
            .Select(p => new { Pairing = p, Company = db.Organisations.Where(o => o.Id == p.CompanyId).Select(o => o.Name).First() }).ToListAsync(cancellation);
        Others = [.. found.Select(f => new Waiting(f.Pairing.Id, f.Company, f.Pairing.State))];
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Words.OrNull is not { Length: <= PairingEvent.NoteMaxLength })
        {
            this.Refuse(nameof(Words), L["请写一句话，每一家都会看到，不超过 {0} 字。", PairingEvent.NoteMaxLength]);
            return this.Again();
        }

        var told = await desk.TellOthersAsync(Need, new Farewell { ToAll = Words! }, HttpContext.Person, cancellation);
        this.Flash(L["已告诉 {0} 家，他们会收到消息。", told]);
        return Redirect(Links.Need(Id));
    }

    internal sealed record Waiting(Guid PairingId, string Company, PairingState State);
}
