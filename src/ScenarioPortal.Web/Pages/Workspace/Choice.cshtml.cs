using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Choosing;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Choosing;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Workspace;

/// <summary>A choice as its publisher sees it: who is compared, how far the experts are, what they gave once the first round is over, and what was decided.</summary>
internal sealed class ChoiceModel(PortalDbContext db, ExpertRoll roll, ChoiceDesk desk, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Experts { get; set; } = [];

    /// <summary>Why the first round is closed early.</summary>
    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? GivenUpWhy { get; set; }

    public Choice Subject { get; private set; } = null!;

    public Comparison Comparison { get; private set; } = null!;

    public ScoreBoard Scores { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Who can still be asked.</summary>
    public IReadOnlyList<ExpertName> Roll { get; private set; } = [];

    /// <summary>Of whom nobody can be an expert here.</summary>
    private IReadOnlyList<Guid> Concerned { get; set; } = [];

    public bool MayAct => HttpContext.Person.MayEdit(Subject.PublisherId) || HttpContext.Person.LeavesItToTheDatabase;

    public DateOnly Today => time.Today;

    public bool MayAsk => MayAct && Subject.State is ChoiceState.Open or ChoiceState.Alone;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await ReadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        if (HttpMethods.IsPost(Request.Method) && !MayAct)
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostExpertsAsync(CancellationToken cancellation)
    {
        var experts = Experts.Distinct().ToArray();
        if (experts.Length == 0 || !await roll.HasAllAsync(experts, Concerned, cancellation))
        {
            this.Refuse(nameof(Experts), L["请从名单里选专家：本单位和参选企业的人不能做专家。"]);
            return this.Again();
        }

        await desk.AppointAsync(Id, experts, HttpContext.Person, cancellation);
        this.Flash(L["已请 {0} 位专家，他们会收到消息。", experts.Length]);
        return Redirect(Links.Choice(Id));
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        if (!HasReason(nameof(Why), Why, L["请写明为什么不再等，专家和以后查看的人都会看到。"]))
        {
            return this.Again();
        }

        await desk.CloseAsync(Id, Why!, HttpContext.Person, cancellation);
        this.Flash(L["第一轮已结束，现在看得到评分。"]);
        return Redirect(Links.Choice(Id));
    }

    public async Task<IActionResult> OnPostAbandonAsync(CancellationToken cancellation)
    {
        if (!HasReason(nameof(GivenUpWhy), GivenUpWhy, L["请写明为什么取消这次比选。"]))
        {
            return this.Again();
        }

        await desk.AbandonAsync(Id, GivenUpWhy!, HttpContext.Person, cancellation);
        this.Flash(L["比选已取消，各家的对接照旧。"]);
        return Redirect(Links.Choice(Id));
    }

    private bool HasReason(string field, string? text, string missing)
    {
        if (text.OrNull is not { Length: <= Choice.NoteMaxLength })
        {
            this.Refuse(field, text.OrNull is null ? missing : L["说明不超过 {0} 字。", Choice.NoteMaxLength]);
        }

        return ModelState.IsValid;
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        if (await db.Choices.AsNoTracking().AsSplitQuery().VisibleTo(person).SingleOrDefaultAsync(c => c.Id == Id, cancellation) is not { } subject)
        {
            return false;
        }

        Subject = subject;
        var ids = subject.Candidates.Select(c => c.PairingId).ToArray();
        var pairings = await db.Pairings.AsNoTracking().Of(person).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.State, p.CompanyId }).ToDictionaryAsync(p => p.Id, cancellation);
        var dossiers = await db.ChoiceDossiers.AsNoTracking().VisibleTo(person, db).Where(d => d.ChoiceId == Id).ToDictionaryAsync(d => d.Candidate, d => d.Content, cancellation);
        Comparison = new Comparison
        {
            Companies = [.. subject.Candidates.OrderBy(c => c.Place).Where(c => dossiers.ContainsKey(c.Place)).Select(c => new ComparedCompany
            {
                Name = c.Company,
                Capability = c.Capability,
                Content = dossiers[c.Place],
                PairingId = pairings.ContainsKey(c.PairingId) ? c.PairingId : null,
                Now = subject.State is ChoiceState.Decided ? L.Word(c.Outcome) : pairings.TryGetValue(c.PairingId, out var now) ? L.Word(now.State) : null
            })]
        };
        Names = await roll.NamesAsync(subject.Experts.Select(e => e.AccountId), cancellation);
        Scores = new ScoreBoard
        {
            Choice = subject,
            Opinions = subject.IsTogether ? await db.ChoiceOpinions.AsNoTracking().VisibleTo(person, db).Where(o => o.ChoiceId == Id).OrderBy(o => o.Expert).ThenBy(o => o.Round).ToListAsync(cancellation) : [],
            NameOf = place => subject.Experts.FirstOrDefault(e => e.Place == place) is { } expert ? NameOf(expert) : L.Expert(place)
        };
        Concerned = [subject.PublisherId, .. pairings.Values.Select(p => p.CompanyId)];
        Roll = MayAsk ? [.. (await roll.ReadAsync(Concerned, cancellation)).Where(e => subject.Experts.All(x => x.AccountId != e.Id))] : [];
        return true;
    }

    public string NameOf(ChoiceExpert expert) => Names.TryGetValue(expert.AccountId, out var name) && name.Length > 0 ? $"{L.Expert(expert.Place)} {name}" : L.Expert(expert.Place);
}
