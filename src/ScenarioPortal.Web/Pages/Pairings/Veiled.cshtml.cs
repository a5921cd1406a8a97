using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>An interest without a name (暂不署名), before the publisher: what it may know, and its answer.</summary>
[KeepsTyped]
internal sealed class VeiledModel(PortalDbContext db, PairingDesk desk, CodeBooks codeBooks, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Accept or decline.</summary>
    [BindProperty]
    public PairingAction? Choice { get; set; }

    [BindProperty]
    public PairingReason? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public VeiledInterest Subject { get; private set; } = null!;

    public CodeBook Codes => codeBooks.Current;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public DateOnly Today => Now.DayInShanghai();

    public bool MayAnswer => Subject.WaitsForAnswer && (HttpContext.Person.MayEdit(Subject.PublisherId) || HttpContext.Person.LeavesItToTheDatabase);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await ReadAsync(cancellation))
        {
            await next();
            return;
        }

        // Whoever knows who it is, or learnt it since, reads the pair's own page.
        context.Result = await db.Pairings.VisibleTo(HttpContext.Person).AnyAsync(p => p.Id == Id, cancellation) ? Redirect(Links.Pairing(Id)) : NotFound();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayAnswer)
        {
            return Subject.WaitsForAnswer ? NotFound() : this.Again();
        }

        if (Choice is not (PairingAction.Accept or PairingAction.Decline))
        {
            this.Refuse(nameof(Choice), L["请选一个答复。"]);
        }

        if (Choice is PairingAction.Decline && Reason is null)
        {
            this.Refuse(nameof(Reason), L["请选一个原因。"]);
        }

        if (Note is { Length: > PairingEvent.NoteMaxLength } || (Choice is PairingAction.Decline && Note.OrNull is null))
        {
            this.Refuse(nameof(Note), L["请写一两句话，对方会看到，不超过 {0} 字。", PairingEvent.NoteMaxLength]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        try
        {
            await desk.AnswerAsync(Subject, Revision, HttpContext.Person, Do, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            if (!await ReadAsync(cancellation))
            {
                return Redirect(Links.Pairing(Id));
            }

            ModelState.Remove(nameof(Revision));
            this.Refuse("", L["您打开之后，这次对接有了新的进展，所以还没有提交。您写的还在下面；看过现在的情况之后，可以再提交。"]);
            return this.Again(StatusCodes.Status409Conflict);
        }

        this.Flash(Choice is PairingAction.Accept ? L["已同意对接，现在看得到是哪家企业了。"] : L["已办好，对方会收到消息。"]);
        return Redirect(Links.Pairing(Id));
    }

    private void Do(Pairing pairing, Actor by, PairingRules rules, DateTimeOffset now)
    {
        if (Choice is PairingAction.Accept)
        {
            pairing.Accept(by, Note, [], rules, now);
        }
        else
        {
            pairing.Decline(by, Reason!.Value, Note!, rules, now);
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await db.VeiledFor(HttpContext.Person).SingleOrDefaultAsync(v => v.Id == Id, cancellation) is not { } subject)
        {
            return false;
        }

        Subject = subject;
        return true;
    }
}
