using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Choosing;
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

/// <summary>The companies that would take up a need, side by side; from here a choice begins, with or without experts.</summary>
[KeepsTyped]
internal sealed class NeedChoiceModel(PortalDbContext db, ComparisonReader comparison, ExpertRoll roll, ChoiceDesk desk, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<WeightForm> Criteria { get; set; } = [];

    [BindProperty]
    public List<Guid> Experts { get; set; } = [];

    public Opportunity Need { get; private set; } = null!;

    public IReadOnlyList<Candidacy> Candidates { get; private set; } = [];

    /// <summary>Interests without a name: they are answered first, and then compared.</summary>
    public int Veiled { get; private set; }

    public IReadOnlyList<ExpertName> Roll { get; private set; } = [];

    /// <summary>Those of this need, the latest first.</summary>
    public IReadOnlyList<Begun> Choices { get; private set; } = [];

    public Begun? UnderWay => Choices.FirstOrDefault(c => c.State is not (ChoiceState.Decided or ChoiceState.Abandoned));

    public bool MayAct => HttpContext.Person.MayEdit(Need.PublisherId!.Value) || HttpContext.Person.LeavesItToTheDatabase;

    public bool MayBegin => MayAct && UnderWay is null && Candidates.Count >= Choice.FewestCandidates;

    /// <summary>What was typed stands there even when a company has left meanwhile.</summary>
    public bool ShowsForm => MayBegin || (MayAct && UnderWay is null && HttpMethods.IsPost(Request.Method));

    public DateOnly Today => time.Today;

    /// <summary>Of whom nobody can be an expert here.</summary>
    private IEnumerable<Guid> Concerned => [Need.PublisherId!.Value, .. Candidates.Select(c => c.Pairing.CompanyId)];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (person, cancellation) = (HttpContext.Person, HttpContext.RequestAborted);
        if (await db.Opportunities.Public().PublishedBy(person).AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id && o.PublisherId != null, cancellation) is not { } need)
        {
            context.Result = NotFound();
            return;
        }

        Need = need;
        if (HttpMethods.IsPost(Request.Method) && !MayAct)
        {
            context.Result = Forbid();
            return;
        }

        Candidates = await comparison.ReadAsync(need, person, cancellation);
        Veiled = await db.VeiledFor(person).CountAsync(v => v.OpportunityId == Id && v.State == nameof(PairingState.Interested), cancellation);
        Choices = await db.Choices.AsNoTracking().VisibleTo(person).Where(c => c.OpportunityId == Id).OrderByDescending(c => c.BegunAt).ThenBy(c => c.Id)
            .Select(c => new Begun(c.Id, c.State, c.BegunAt)).ToListAsync(cancellation);
        Roll = MayBegin ? await roll.ReadAsync(Concerned, cancellation) : [];
        await next();
    }

    public IActionResult OnGet()
    {
        Criteria = [.. ChoiceCriterion.Usual.Select(c => new WeightForm { Name = c.Name, Weight = c.Weight })];
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (UnderWay is { } already)
        {
            // Pressed twice: the first was enough.
            return Redirect(Links.Choice(already.Id));
        }

        CheckCriteria();
        var experts = Experts.Distinct().ToArray();
        if (!await roll.HasAllAsync(experts, Concerned, cancellation))
        {
            this.Refuse(nameof(Experts), L["请从名单里选专家：本单位和参选企业的人不能做专家。"]);
        }

        if (experts.Length > Choice.MostExperts)
        {
            this.Refuse(nameof(Experts), L["专家最多请 {0} 位。", Choice.MostExperts]);
        }

        if (!ModelState.IsValid)
        {
            Shown();
            return this.Again();
        }

        var criteria = Criteria.Where(c => !c.IsEmpty).Select(c => new ChoiceCriterion { Name = c.Name!.Trim(), Weight = c.Weight!.Value }).ToArray();
        Shown();
        var choice = await desk.BeginAsync(Need, criteria, experts, HttpContext.Person, cancellation);
        this.Flash(experts.Length == 0 ? L["比选开始了。看过对比，可以直接决定。"] : L["比选开始了，{0} 位专家会收到消息，先各自评分。", experts.Length]);
        return Redirect(Links.Choice(choice.Id));
    }

    private void CheckCriteria()
    {
        var given = Criteria.Index().Where(c => !c.Item.IsEmpty).ToArray();
        foreach (var (at, row) in given)
        {
            if (row.Name.OrNull is not { Length: <= ChoiceCriterion.NameMaxLength })
            {
                this.Refuse($"{nameof(Criteria)}[{at}].{nameof(row.Name)}", L["请写标准的名称，不超过 {0} 字。", ChoiceCriterion.NameMaxLength]);
            }

            if (row.Weight is not (> 0 and <= ChoiceCriterion.Whole))
            {
                this.Refuse($"{nameof(Criteria)}[{at}].{nameof(row.Weight)}", L["权重是 1 到 {0} 的整数。", ChoiceCriterion.Whole]);
            }
        }

        if (given.Length is 0 or > ChoiceCriterion.AtMost)
        {
            this.Refuse($"{nameof(Criteria)}[0].Name", L["请写 1 到 {0} 项比选标准。", ChoiceCriterion.AtMost]);
        }
        else if (ModelState.IsValid && given.Sum(c => c.Item.Weight) != ChoiceCriterion.Whole)
        {
            this.Refuse($"{nameof(Criteria)}[0].Weight", L["权重加起来应该是 {0}，现在是 {1}。", ChoiceCriterion.Whole, given.Sum(c => c.Item.Weight)!]);
        }
    }

    /// <summary>The page, with empty rows at the end.</summary>
    private PageResult Shown()
    {
        while (Criteria.Count < ChoiceCriterion.AtMost)
        {
            Criteria.Add(new());
        }

        return Page();
    }

    internal sealed record Begun(Guid Id, ChoiceState State, DateTimeOffset At);
}
