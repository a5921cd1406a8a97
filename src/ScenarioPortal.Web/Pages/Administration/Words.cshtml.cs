using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Data.CodeLists;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Writing;

namespace ScenarioPortal.Web.Pages.Administration;

/// <summary>The words that writers and reviewers are asked to look at. Saving leaves a line in the outbox, by which every node reads them again.</summary>
internal sealed class WordsModel(PortalDbContext db, IValidator<WordForm> validator, AuditTrail audit, IStringLocalizer<Texts> L) : PageModel
{
    private const int Shown = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty]
    public WordForm Input { get; set; } = new();

    public IReadOnlyList<CodeListEntry> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = db.CodeListEntries.AsNoTracking().On(WordHits.List).With(Query);
        Count = await found.CountAsync(HttpContext.RequestAborted);
        Rows = await found.OrderBy(e => e.Code).Take(Shown).ToListAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await this.IsValidAsync(validator, Input, cancellation))
        {
            return this.Again();
        }

        var word = Input.Word!.Trim();
        var known = await db.CodeListEntries.SingleOrDefaultAsync(e => e.List == WordHits.List && e.Code == word, cancellation);
        if (known is { Removed: false })
        {
            this.Refuse("Input.Word", L["“{0}”已经在清单上，点它可以修改。", word]);
            return this.Again();
        }

        var entry = known ?? new CodeListEntry(WordHits.List, word, "", "", "", "");
        Input.WriteTo(entry);
        if (known is null)
        {
            db.Add(entry);
        }

        audit.Note(db, new Act { Action = "word.add", SubjectKind = "word", Detail = new { word, instead = entry.Name } });
        if (!await IsSavedAsync(word, cancellation))
        {
            return this.Again();
        }

        this.Flash(L["“{0}”已添加，几秒内生效。", word]);
        return Redirect(Links.WordList);
    }

    private async Task<bool> IsSavedAsync(string word, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            this.Refuse("Input.Word", L["“{0}”已经在清单上，点它可以修改。", word]);
            return false;
        }
    }
}
