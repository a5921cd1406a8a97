using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Choosing;
using ScenarioPortal.Domain.Choosing;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Choosing;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Expert;

/// <summary>A case as an expert sees it: first who competes, then the papers, then, once everybody has judged alone, what the others gave.</summary>
[KeepsTyped]
internal sealed class CaseModel(PortalDbContext db, ChoiceDesk desk, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Interests? Declared { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The round that the expert has before their eyes.</summary>
    [BindProperty]
    public int Round { get; set; }

    /// <summary>By company and, within it, by criterion.</summary>
    [BindProperty]
    public List<ScoreForm> Scores { get; set; } = [];

    /// <summary>Why scores were changed.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public Choice Subject { get; private set; } = null!;

    public ChoiceExpert Own { get; private set; } = null!;

    public Comparison Comparison { get; private set; } = null!;

    /// <summary>One's own, and from the second round on those of all.</summary>
    public ScoreBoard Board { get; private set; } = null!;

    public IReadOnlyList<ChoiceCandidate> Candidates => [.. Subject.Candidates.OrderBy(c => c.Place)];

    public bool MustDeclare => Own.Declared is null && Subject.State is ChoiceState.Alone;

    public bool MayScore => Own.Declared is Interests.Clear && Own.IsAwaitedIn(Subject.State);

    /// <summary>What was typed stands there even when it came too late.</summary>
    public bool ShowsForm => MayScore || (Own.Declared is Interests.Clear && HttpMethods.IsPost(Request.Method));

    public DateOnly Today => time.Today;

    /// <summary>Where the score of a company by a criterion stands in the form.</summary>
    public int PlaceOf(int candidate, int criterion) => ((candidate - 1) * Subject.Criteria.Count) + criterion;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await ReadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public IActionResult OnGet()
    {
        var first = Board.Of(Own.Place, 1);
        foreach (var mark in first?.Marks ?? [])
        {
            (Scores[PlaceOf(mark.Candidate, mark.Criterion)].Score, Scores[PlaceOf(mark.Candidate, mark.Criterion)].Words) = (mark.Score, mark.Words);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostDeclareAsync(CancellationToken cancellation)
    {
        if (Declared is not { } interests || !Enum.IsDefined(interests))
        {
            this.Refuse(nameof(Declared), L["请选一项。"]);
        }

        if (Declared is Interests.Conflict && Note.OrNull is not { Length: <= ChoiceExpert.NoteMaxLength })
        {
            this.Refuse(nameof(Note), L["请用一句话写明是什么关系，不超过 {0} 字。", ChoiceExpert.NoteMaxLength]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        await desk.DeclareAsync(Id, Declared!.Value, Note, HttpContext.Person, cancellation);
        this.Flash(Declared is Interests.Clear ? L["已申报。下面是各家的材料，请评分。"] : L["已申报，您不用评分了，发布单位会收到消息。谢谢您。"]);
        return Redirect(Links.Case(Id));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        foreach (var (at, row) in Scores.Index())
        {
            if (row.Score is not (>= 0 and <= Mark.Highest) && ModelState.GetValidationState($"{nameof(Scores)}[{at}].{nameof(row.Score)}") is not Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            {
                this.Refuse($"{nameof(Scores)}[{at}].{nameof(row.Score)}", L["请填 0 到 {0} 的整数。", Mark.Highest]);
            }

            if (row.Words.OrNull is not { Length: <= Mark.WordsMaxLength })
            {
                this.Refuse($"{nameof(Scores)}[{at}].{nameof(row.Words)}", L["请写一句理由，不超过 {0} 字。", Mark.WordsMaxLength]);
            }
        }

        if (Round != Subject.Round && Own.FirstAt is not null && !Subject.IsOver)
        {
            ModelState.Remove(nameof(Round));
            this.Refuse("", L["第一轮刚刚结束。请看过各位专家的评分，再提交第二轮。"]);
        }

        if (Why.OrNull is { Length: > ChoiceOpinion.WhyMaxLength })
        {
            this.Refuse(nameof(Why), L["说明不超过 {0} 字。", ChoiceOpinion.WhyMaxLength]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var marks = from candidate in Candidates
                    from criterion in Subject.Criteria.Index()
                    let row = Scores[PlaceOf(candidate.Place, criterion.Index)]
                    select new Mark { Candidate = candidate.Place, Criterion = criterion.Index, Score = row.Score!.Value, Words = row.Words!.Trim() };
        await desk.HandInAsync(Id, Round, [.. marks], Why, HttpContext.Person, cancellation);
        this.Flash(Round == 1 ? L["第一轮评分已提交。所有专家都提交之后，您会收到消息，可以看各位的评分。"] : L["第二轮评分已提交，谢谢您。"]);
        return Redirect(Links.Case(Id));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        if (await db.Choices.AsNoTracking().AsSplitQuery().JudgedBy(person).SingleOrDefaultAsync(c => c.Id == Id, cancellation) is not { } subject
            || subject.Experts.FirstOrDefault(e => e.AccountId == person.AccountId) is not { } own)
        {
            return false;
        }

        (Subject, Own) = (subject, own);
        var dossiers = await db.ChoiceDossiers.AsNoTracking().VisibleTo(person, db).Where(d => d.ChoiceId == Id).ToDictionaryAsync(d => d.Candidate, d => d.Content, cancellation);
        Comparison = new Comparison
        {
            Companies = [.. Candidates.Where(c => dossiers.ContainsKey(c.Place)).Select(c => new ComparedCompany { Name = c.Company, Capability = c.Capability, Content = dossiers[c.Place] })]
        };
        Board = new ScoreBoard
        {
            Choice = subject,
            Opinions = await db.ChoiceOpinions.AsNoTracking().VisibleTo(person, db).Where(o => o.ChoiceId == Id).OrderBy(o => o.Expert).ThenBy(o => o.Round).ToListAsync(cancellation),
            NameOf = place => place == own.Place ? L["{0}（您）", L.Expert(place)] : L.Expert(place)
        };
        Scores = [.. Enumerable.Range(0, subject.Candidates.Count * subject.Criteria.Count).Select(at => Scores.ElementAtOrDefault(at) ?? new())];
        return true;
    }
}
