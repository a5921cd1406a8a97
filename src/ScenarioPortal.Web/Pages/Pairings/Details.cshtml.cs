using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>The pair: the need on the left, the capability on the right, how far they have come, and everything that was done on the way.</summary>
internal sealed class DetailsModel(PortalDbContext db, PairingDesk desk, CodeBooks codeBooks, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    private const int ReasonsShown = 4;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public PublicView View { get; set; }

    public Pairing Subject { get; private set; } = null!;

    public Around Names { get; private set; } = null!;

    public IReadOnlyList<PairingSide> Sides { get; private set; } = [];

    /// <summary>Whether this person takes part or reviews, and reads what was written.</summary>
    public bool IsInside { get; private set; }

    public IReadOnlyList<PairingEvent> Events => IsInside || Subject.Shown is PublicView.Story ? Subject.Events : [];

    /// <summary>Plan, result and certificate, for those who read the story.</summary>
    public VerificationView? Verification { get; private set; }

    public IReadOnlyList<MeetRow> Reasons { get; private set; } = [];

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => Now.DayInShanghai();

    public bool IsStuck => Subject.StuckAt < Now;

    /// <summary>The side for which this person acts, as far as it is one of the two.</summary>
    public PairingSide? Own => Sides.Cast<PairingSide?>().FirstOrDefault(s => s is PairingSide.Publisher or PairingSide.Company);

    public PublicView OwnView => Own is PairingSide.Publisher ? Subject.PublisherShows : Subject.CompanyShows;

    /// <summary>What can be done now, and for which side: what is waited for comes first, ends last.</summary>
    public IEnumerable<(PairingSide Side, PairingAction Action)> Acts => Sides
        .SelectMany(side => Subject.MovesOf(side).Select(move => (side, move.Action))).Distinct().OrderBy(act => act.Action is not PairingAction.AgreePlan).ThenBy(act => act.Action)
        .Where(act => !Subject.IsAnswerToOneself(act.Action, HttpContext.Person.AccountId) && (act.Action.Ends || Names.Suspended.Count == 0));

    /// <summary>What waits for a yes that this person, standing on both sides, cannot give to themselves.</summary>
    public IEnumerable<PairingAction> ForOthers => Sides.SelectMany(side => Subject.MovesOf(side)).Select(move => move.Action).Distinct()
        .Where(action => Subject.IsAnswerToOneself(action, HttpContext.Person.AccountId));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await ReadAsync(HttpContext.Person, HttpContext.RequestAborted))
        {
            // To the publisher, an interest without a name is another page.
            context.Result = !HttpContext.Person.IsVisitor && await db.VeiledFor(HttpContext.Person).AnyAsync(v => v.Id == Id, HttpContext.RequestAborted) ? Redirect(Links.VeiledInterest(Id)) : NotFound();
            return;
        }

        await next();
    }

    public IActionResult OnGet() => Page();

    /// <summary>How much everyone may read, as far as the own side is concerned.</summary>
    public async Task<IActionResult> OnPostShowAsync(CancellationToken cancellation)
    {
        if (Own is not { } side || !Enum.IsDefined(View))
        {
            return NotFound();
        }

        try
        {
            await desk.ActAsync(Subject, Revision, side, HttpContext.Person, (by, _, now) => Subject.Show(by.Side, View, now), cancellation, leadsOn: false);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.Clear();
            this.Refuse("", L["您打开之后，这次对接有了新的进展，请看过之后再选一次。"]);
            return this.Again(StatusCodes.Status409Conflict);
        }

        this.Flash(L["公开范围已保存。"]);
        return Redirect(Links.Pairing(Id));
    }

    private async Task<bool> ReadAsync(Person person, CancellationToken cancellation)
    {
        if (await db.Pairings.VisibleTo(person).SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { } subject)
        {
            return false;
        }

        Subject = subject;
        Sides = subject.SidesOf(person);
        IsInside = subject.IsReadBy(person);
        Verification = IsInside || subject.Shown is PublicView.Story ? await VerificationView.OfAsync(db, subject, Now, cancellation) : null;
        Names = await db.Pairings.Where(p => p.Id == Id).Select(p => new Around
        {
            Publisher = db.Organisations.Where(o => o.Id == p.PublisherId).Select(o => o.Name).First(),
            Company = db.Organisations.Where(o => o.Id == p.CompanyId).Select(o => o.Name).First(),
            Operator = db.Organisations.Where(o => o.Id == p.OperatorId).Select(o => o.Name).FirstOrDefault(),
            NeedNumber = db.Opportunities.Where(o => o.Id == p.OpportunityId).Select(o => o.Number).FirstOrDefault(),
            CapabilityNumber = db.Capabilities.Where(c => c.Id == p.CapabilityId).Select(c => c.Number).FirstOrDefault(),
            Suspended = db.Organisations.Where(o => (o.Id == p.PublisherId || o.Id == p.CompanyId) && o.Status == OrganisationStatus.Suspended).OrderBy(o => o.Name).Select(o => o.Name).ToList(),
            Need = db.Opportunities.Where(o => o.Id == p.OpportunityId).Select(o => new NeedNow(o.Status, o.Ending, o.Deadline)).FirstOrDefault(),
            IsOffered = db.Capabilities.Any(c => c.Id == p.CapabilityId && c.Status == CapabilityStatus.Published),
            Reasons = db.Matches.Where(m => m.OpportunityId == p.OpportunityId && m.CapabilityId == p.CapabilityId).Select(m => m.Reasons).FirstOrDefault()
        }).SingleAsync(cancellation);
        Reasons = [.. MeetRow.Of(Names.Reasons ?? [], new MatchFacts(), codeBooks.Current, L).Where(r => !r.IsSilent && r.Need is not null && r.Capability is not null).Take(ReasonsShown)];
        return true;
    }

    /// <summary>How its need stands today.</summary>
    internal sealed record NeedNow(OpportunityStatus Status, OpportunityEnding? Ending, DateOnly? Deadline)
    {
        /// <summary>Null while it is open. Time is over when it is over, whether or not that has been noted.</summary>
        public OpportunityEnding? EndedAs(DateOnly today) => Status is OpportunityStatus.Closed ? Ending : Deadline < today ? OpportunityEnding.Expired : null;
    }

    internal sealed record Around
    {
        public required string Publisher { get; init; }

        public required string Company { get; init; }

        public string? Operator { get; init; }

        public string? NeedNumber { get; init; }

        public string? CapabilityNumber { get; init; }

        public IReadOnlyList<MatchReason>? Reasons { get; init; }

        /// <summary>Those of the two that were suspended.</summary>
        public required List<string> Suspended { get; init; }

        /// <summary>Null where it was withdrawn and the reader does not see it.</summary>
        public NeedNow? Need { get; init; }

        /// <summary>The capability is still on the list.</summary>
        public required bool IsOffered { get; init; }

        public string Of(PairingSide side, string portal) => side switch
        {
            PairingSide.Publisher => Publisher,
            PairingSide.Company => Company,
            PairingSide.Operator => Operator ?? portal,
            _ => portal
        };
    }
}
