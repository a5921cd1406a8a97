using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.CodeLists;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Administration;

/// <summary>词库: words that lead to one another, a page at a time; and the suggestions that wait for a judgement.</summary>
internal sealed class ThesaurusModel(
    PortalDbContext db, IValidator<ThesaurusForm> validator, SuggestPairs suggest, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    public const int PageSize = 50;

    private Dictionary<ThesaurusState, int> _counts = [];

    public string? Query { get; private set; }

    public WordRelation? Relation { get; private set; }

    public string? Field { get; private set; }

    public ThesaurusState State { get; private set; }

    public int Number { get; private set; } = 1;

    [BindProperty]
    public ThesaurusForm Input { get; set; } = new();

    public IReadOnlyList<ThesaurusEntry> Rows { get; private set; } = [];

    public int Count => CountOf(State);

    public int Pages => (Count + PageSize - 1) / PageSize;

    public int CountOf(ThesaurusState state) => _counts.GetValueOrDefault(state);

    /// <summary>The same search among pairs of a state, and which page of it.</summary>
    internal string Href(ThesaurusState state, int number = 1) => QueryHelpers.AddQueryString(Links.Thesaurus, new Dictionary<string, string?>
    {
        ["q"] = Query,
        ["relation"] = Relation is { } relation ? $"{relation}" : null,
        ["field"] = Field,
        ["state"] = $"{state}",
        ["from"] = number > 1 ? $"{number}" : null
    }.Where(q => !string.IsNullOrEmpty(q.Value)));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ReadQuery();
        var cancellation = HttpContext.RequestAborted;
        var (relation, field, state) = (Relation, Field, State);
        var found = db.ThesaurusEntries.AsNoTracking().EditableBy(HttpContext.Person).With(Query)
            .Where(e => (relation == null || e.Relation == relation) && (field == null || e.FieldCode == field));
        _counts = await found.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        Rows = await found.Where(e => e.State == state).OrderByDescending(e => e.Evidence).ThenBy(e => e.Word).ThenBy(e => e.LeadsTo).ThenBy(e => e.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var (word, leadsTo) = Input.Words;
        if (await db.ThesaurusEntries.EditableBy(HttpContext.Person).Of(word, leadsTo).Select(e => (ThesaurusState?)e.State).FirstOrDefaultAsync(cancellation) is { } state)
        {
            this.Refuse("Input.Word", L["“{0}”和“{1}”已经是一对（{2}），请找到它修改。", word, leadsTo, L.Name(state)]);
            return this.Again();
        }

        var entry = new ThesaurusEntry(Input.Relation!.Value, word, leadsTo, Input.FieldCode, HttpContext.Person.AccountId!.Value, time.GetUtcNow());
        db.Add(entry);
        audit.Note(db, new Act { Action = "thesaurus.add", SubjectKind = "thesaurus", Subject = entry.Id, Detail = new { entry.Word, entry.LeadsTo } });
        if (!await IsSavedAsync(cancellation))
        {
            this.Refuse("Input.Word", L["“{0}”和“{1}”已经是一对（{2}），请找到它修改。", word, leadsTo, L.Name(ThesaurusState.Active)]);
            return this.Again();
        }

        this.Flash(L["“{0}”和“{1}”已添加，几秒内生效，已有的匹配随后重算。", word, leadsTo]);
        return Redirect(Links.Thesaurus);
    }

    /// <summary>Looks through the present lists for pairs that are not known yet.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        var found = await suggest.FindAsync(cancellation);
        db.AddRange(found);
        audit.Note(db, new Act { Action = "thesaurus.suggest", SubjectKind = "thesaurus", Detail = new { found = found.Count } });
        this.Flash(!await IsSavedAsync(cancellation) ? L["刚才有人也在查找，建议已经在这里了。"]
            : found.Count == 0 ? L["没有找到新的建议。清单里的内容多了之后可以再找。"]
            : L["找到 {0} 对，请逐一判断。", found.Count]);
        return Redirect(Links.Suggestions);
    }

    private void ReadQuery()
    {
        Query = Request.Query["q"].FirstOrDefault()?.Trim();
        Field = Request.Query["field"].FirstOrDefault() is { Length: > 0 } field ? field : null;
        Relation = Enum.TryParse<WordRelation>(Request.Query["relation"].FirstOrDefault(), out var relation) && Enum.IsDefined(relation) ? relation : null;
        State = Enum.TryParse<ThesaurusState>(Request.Query["state"].FirstOrDefault(), out var state) && Enum.IsDefined(state) ? state : ThesaurusState.Active;
        Number = int.TryParse(Request.Query["from"].FirstOrDefault(), out var number) ? number : 1;
    }

    private async Task<bool> IsSavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }
}
