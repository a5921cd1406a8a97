using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Credit;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Credit;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Credit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Organisations;

/// <summary>信用记录: every point that an organisation has or lost, by which rule, for what, and what is left of it today. Its editors appeal what is wrong.</summary>
[KeepsTyped]
internal sealed class CreditModel(PortalDbContext db, CreditDesk desk, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    /// <summary>Older ones are added up in one line.</summary>
    private const int Most = 300;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The entry that is appealed.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Entry { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Row Subject { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>What is left of points in favour, and of points against.</summary>
    public decimal Kept { get; private set; }

    public decimal Missed { get; private set; }

    public int OlderCount { get; private set; }

    public decimal OlderLeft { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>The sum of the lines, to the last digit.</summary>
    public decimal Sum => Lines.Sum(l => l.Left) + OlderLeft;

    public bool MayAppeal => HttpContext.Person.MayEdit(Id);

    /// <summary>The line for which the form stands on the page.</summary>
    public Line? Appealed => Lines.FirstOrDefault(l => l.Entry.Id == Entry && CanBeAppealed(l));

    /// <summary>Until when a line can still be appealed; nothing where it cannot.</summary>
    public bool CanBeAppealed(Line line) => MayAppeal && line is { Appeal: null, Entry.Points: < 0, Entry.CancelsId: null } && Now <= CreditAppeal.LastMomentFor(line.Entry);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (person, cancellation) = (HttpContext.Person, HttpContext.RequestAborted);
        var subject = await db.Organisations.CreditShownTo(person).Where(o => o.Id == Id && o.Kind != OrganisationKind.Operator).Select(o => new Row(o.Name, o.RegionCode)).SingleOrDefaultAsync(cancellation);
        if (subject is null)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        var lines = await (
            from entry in db.CreditEntries.VisibleTo(person, db).AsNoTracking()
            join pairing in db.Pairings.VisibleTo(person) on entry.PairingId equals pairing.Id into pairings
            from pairing in pairings.DefaultIfEmpty()
            join appeal in db.CreditAppeals.VisibleTo(person, db).AsNoTracking() on entry.Id equals appeal.EntryId into appeals
            from appeal in appeals.DefaultIfEmpty()
            where entry.OrganisationId == Id
            orderby entry.WrittenAt descending, entry.PairingId, entry.EventNumber descending, entry.Id
            select new { Entry = entry, Number = (string?)pairing.Number, Need = (string?)pairing.NeedTitle, Appeal = appeal }).ToListAsync(cancellation);
        Lines = [.. lines.Take(Most).Select(l => new Line(l.Entry, l.Entry.LeftAt(Now), l.Number, l.Need, l.Appeal))];
        var left = lines.Select(l => l.Entry.LeftAt(Now)).ToArray();
        (Kept, Missed) = (left.Where(l => l > 0).Sum(), left.Where(l => l < 0).Sum());
        (OlderCount, OlderLeft) = (lines.Count - Lines.Count, CreditLedger.Sum(lines.Skip(Most).Select(l => l.Entry), Now));
        await next();
    }

    public IActionResult OnGet()
    {
        // What was typed when the session was over comes back to this address without the entry that it was about.
        Entry ??= Guid.TryParse(HttpContext.Features.Get<TypedBefore>()?[nameof(Entry)], out var typed) ? typed : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Lines.FirstOrDefault(l => l.Entry.Id == Entry) is not { } line)
        {
            return NotFound();
        }

        if (!MayAppeal && !HttpContext.Person.LeavesItToTheDatabase)
        {
            return Forbid();
        }

        if (Text.OrNull is not { Length: <= CreditAppeal.TextMaxLength } text)
        {
            this.Refuse(nameof(Text), L["请写明哪里不对，不超过 {0} 字。", CreditAppeal.TextMaxLength]);
            return this.Again();
        }

        await desk.AppealAsync(line.Entry, text, HttpContext.Person, cancellation);
        this.Flash(L["申诉已提交，审核人员决定之后会告诉您。"]);
        return Redirect(Links.OrganisationCredit(Id));
    }

    internal sealed record Row(string Name, string? RegionCode);

    /// <summary>An entry, what is left of it today, and where it comes from as far as the reader may see that.</summary>
    internal sealed record Line(CreditEntry Entry, decimal Left, string? Number, string? Need, CreditAppeal? Appeal);
}
