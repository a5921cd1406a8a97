using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>Begins a pairing: a company offers one of its capabilities, a publisher invites, an operator puts both together.</summary>
[KeepsTyped]
internal sealed class BeginModel(PortalDbContext db, PairingDesk desk, IOptions<PairingRules> rules, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "capability")]
    public Guid? CapabilityId { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>To the conditions, in their order.</summary>
    [BindProperty]
    public IList<string?> Answers { get; set; } = [];

    /// <summary>暂不署名: the publisher does not learn who it is before it says yes.</summary>
    [BindProperty]
    public bool Veiled { get; set; }

    public Opportunity Need { get; private set; } = null!;

    public string Publisher { get; private set; } = "";

    /// <summary>What can be offered: the one that was named, or the person's own.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public Choice? Chosen => Choices.FirstOrDefault(c => c.Id == CapabilityId) ?? (Choices.Count == 1 ? Choices[0] : null);

    public PairingSide Side { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateTimeOffset DueAt => rules.Value.AnswerDueAt(Now);

    public Ending? Ended => Ending.Of(Need, Now);

    private Person Person => HttpContext.Person;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Opportunities.Public().SingleOrDefaultAsync(o => o.Id == Id, cancellation) is not { PublisherId: { } publisher } need)
        {
            context.Result = NotFound();
            return;
        }

        Need = need;
        Publisher = await db.Organisations.Where(o => o.Id == publisher).Select(o => o.Name).SingleAsync(cancellation);
        Choices = await ChoicesAsync(publisher, cancellation);
        if (Choices is not [var first, ..])
        {
            // Nothing of their own to offer yet: they read where to begin.
            context.Result = CapabilityId is null && Person.OffersSomething ? Page() : NotFound();
            return;
        }

        if (PairingSides.Beginner(Person, publisher, (Chosen ?? first).CompanyId) is not { } side)
        {
            context.Result = NotFound();
            return;
        }

        Side = side;
        Answers = [.. need.Conditions.Index().Select(c => Answers.ElementAtOrDefault(c.Index))];
        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        Chosen is { } chosen && await db.Pairings.Of(Person).Alive().Where(p => p.OpportunityId == Id && p.CapabilityId == chosen.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellation) is { } begun
            ? Redirect(Links.Pairing(begun))
            : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Chosen is null)
        {
            this.Refuse(nameof(CapabilityId), L["请选一项能力。"]);
        }

        if (Note.OrNull is not { Length: <= PairingEvent.NoteMaxLength })
        {
            this.Refuse(nameof(Note), L["请写一两句话，对方会看到，不超过 {0} 字。", PairingEvent.NoteMaxLength]);
        }

        foreach (var (place, answer) in Answers.Index().Where(a => a.Item is { Length: > ConditionAnswer.TextMaxLength }))
        {
            this.Refuse($"{nameof(Answers)}[{place}]", L["每项条件的答复不超过 {0} 字。", ConditionAnswer.TextMaxLength]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var capability = await db.Capabilities.SingleAsync(c => c.Id == Chosen!.Id, cancellation);
        if (await db.Pairings.Of(Person).Alive().Where(p => p.OpportunityId == Id && p.CapabilityId == capability.Id && p.Events.Any(e => e.Number == 1 && e.AccountId == Person.AccountId))
            .Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellation) is { } mine)
        {
            // Pressed twice: the first was enough.
            return Redirect(Links.Pairing(mine));
        }

        var answers = Need.Conditions.Zip(Answers).Where(a => !string.IsNullOrWhiteSpace(a.Second))
            .Select(a => new ConditionAnswer { Condition = a.First.Text, Text = a.Second!.Trim() });
        var pairing = await desk.BeginAsync(Need, capability, Side, new Opening(Note!, Side is PairingSide.Company ? [.. answers] : [], Side is PairingSide.Company && Veiled), Person, cancellation);
        this.Flash(Side switch
        {
            PairingSide.Company when pairing.IsVeiled => L["意向已送达“{0}”，没有署名，请对方在 {1} 前答复。", Publisher, pairing.AnswerDueAt!.Value.InWords(Now.DayInShanghai())],
            PairingSide.Company => L["意向已送达“{0}”，请对方在 {1} 前答复。", Publisher, pairing.AnswerDueAt!.Value.InWords(Now.DayInShanghai())],
            PairingSide.Publisher => L["邀请已送达“{0}”，请对方在 {1} 前答复。", Chosen!.Company, pairing.AnswerDueAt!.Value.InWords(Now.DayInShanghai())],
            _ => L["已向双方发出，请他们在 {0} 前答复。", pairing.AnswerDueAt!.Value.InWords(Now.DayInShanghai())]
        });
        return Redirect(Links.Pairing(pairing.Id));
    }

    private Task<List<Choice>> ChoicesAsync(Guid publisher, CancellationToken cancellation)
    {
        var own = Person.Edits.Where(o => o != publisher).ToArray();
        return (
            from capability in db.Capabilities.Public()
            join company in db.Organisations on capability.OrganisationId equals company.Id
            where company.Id != publisher && (capability.Id == CapabilityId || (CapabilityId == null && own.Contains(company.Id)))
            orderby db.Matches.Where(m => m.OpportunityId == Id && m.CapabilityId == capability.Id).Select(m => m.Score).FirstOrDefault() descending, capability.Title, capability.Id
            select new Choice(capability.Id, capability.Title, company.Id, company.Name)).Take(100).ToListAsync(cancellation);
    }

    internal sealed record Choice(Guid Id, string Title, Guid CompanyId, string Company);
}
