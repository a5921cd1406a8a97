using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Choosing;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Choosing;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>The publisher decides for one company or for none, says why, and says a word to each that was not chosen.</summary>
[KeepsTyped]
internal sealed class DecisionModel(PortalDbContext db, ChoiceDesk desk, IStringLocalizer<Texts> L) : PageModel
{
    public const string None = "none";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The pairing, or <see cref="None"/>.</summary>
    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>What all read that were not chosen.</summary>
    [BindProperty]
    public string? ToAll { get; set; }

    /// <summary>What one reads instead, in the order of the candidates.</summary>
    [BindProperty]
    public List<string?> ToOne { get; set; } = [];

    public Choice Subject { get; private set; } = null!;

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    /// <summary>After the last round; empty without experts.</summary>
    public IReadOnlyDictionary<int, double> Totals { get; private set; } = new Dictionary<int, double>();

    public bool IsOpen => Subject.State is ChoiceState.Open or ChoiceState.Together;

    /// <summary>What was typed stands there even when it came too late.</summary>
    public bool ShowsForm => IsOpen || HttpMethods.IsPost(Request.Method);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await ReadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var chosen = Guid.TryParse(Chosen, out var pairing) && Candidates.Any(c => c.PairingId == pairing && c.IsThere) ? pairing : (Guid?)null;
        if (chosen is null && Chosen != None)
        {
            this.Refuse(nameof(Chosen), L["请选一家，或者选“一家也不选”。"]);
        }

        Limited(nameof(Why), Why, Choice.NoteMaxLength, L["请写明为什么这样决定。"]);
        var others = Candidates.Where(c => c.IsThere && c.PairingId != chosen).ToArray();
        foreach (var other in others)
        {
            Limited($"{nameof(ToOne)}[{other.Place - 1}]", ToOne[other.Place - 1], PairingEvent.NoteMaxLength, null);
        }

        Limited(nameof(ToAll), ToAll, PairingEvent.NoteMaxLength, others.Any(c => ToOne[c.Place - 1].OrNull is null) ? L["请写一句话给没有选上的企业，每一家都会看到。"].Value : null);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var farewell = new Farewell
        {
            ToAll = ToAll.OrNull ?? "",
            ToOne = Candidates.Where(c => ToOne[c.Place - 1].OrNull is not null).ToDictionary(c => c.PairingId, c => ToOne[c.Place - 1]!.Trim())
        };
        try
        {
            await desk.DecideAsync(Id, Revision, chosen, Why!, farewell, HttpContext.Person, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(cancellation);
            ModelState.Remove(nameof(Revision));
            this.Refuse("", L["您打开之后，这次比选有了新的进展，所以还没有提交。您写的还在下面；看过现在的情况之后，可以再提交。"]);
            return this.Again(StatusCodes.Status409Conflict);
        }

        this.Flash(chosen is null ? L["已决定，各家都会收到消息。"] : L["已决定，没有选上的会收到消息；选中的一家可以接着办签约。"]);
        return Redirect(Links.Choice(Id));
    }

    private void Limited(string field, string? text, int limit, string? missing)
    {
        if (text.OrNull is null ? missing is not null : text.OrNull!.Length > limit)
        {
            this.Refuse(field, text.OrNull is null ? missing! : L["不超过 {0} 字。", limit]);
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        if (await db.Choices.AsNoTracking().AsSplitQuery().EditableBy(person).SingleOrDefaultAsync(c => c.Id == Id, cancellation) is not { } subject)
        {
            return false;
        }

        Subject = subject;
        var ids = subject.Candidates.Select(c => c.PairingId).ToArray();
        var states = await db.Pairings.AsNoTracking().EditableBy(person).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.State, cancellation);
        Candidates = [.. subject.Candidates.OrderBy(c => c.Place).Select(c => new Candidate(c.Place, c.PairingId, c.Company, c.Capability, states.GetValueOrDefault(c.PairingId, PairingState.Withdrawn)))];
        ToOne = [.. Candidates.Select(c => ToOne.ElementAtOrDefault(c.Place - 1))];
        var opinions = subject.IsTogether ? await db.ChoiceOpinions.AsNoTracking().VisibleTo(person, db).Where(o => o.ChoiceId == Id).ToListAsync(cancellation) : [];
        Totals = Standing.Of(subject, opinions, 2).ToDictionary(s => s.Candidate, s => s.Total);
        return true;
    }

    internal sealed record Candidate(int Place, Guid PairingId, string Company, string Capability, PairingState State)
    {
        public bool IsThere => !State.IsExit;
    }
}
