using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Pairings;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>内部备忘: what one side of a pairing keeps for itself.</summary>
[KeepsTyped]
internal sealed class NoteModel(PortalDbContext db, PairingTalks talks, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public PairingSide Side { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Pairing Subject { get; private set; } = null!;

    /// <summary>As it is kept now; null while nobody wrote one.</summary>
    public PairingNote? Present { get; private set; }

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public bool MayWrite => Subject.SidesOf(HttpContext.Person).Contains(Side);

    /// <summary>Somebody else of this side wrote meanwhile: both texts are shown.</summary>
    public bool IsConflict { get; private set; }

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
        Text = Present?.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayWrite)
        {
            return NotFound();
        }

        if (Text is not null && Text.Trim().Length > PairingNote.TextMaxLength)
        {
            this.Refuse(nameof(Text), L["备忘不超过 {0} 字。", PairingNote.TextMaxLength]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        try
        {
            await talks.WriteAsync(Subject, Side, Revision, Text, HttpContext.Person, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(cancellation);
            IsConflict = Present is not null;
            ModelState.Remove(nameof(Revision));
            this.Refuse("", L["您打开之后，本方有人改过备忘，所以还没有保存。您写的在下面；把要留的合到一起，再保存一次。"]);
            return this.Again(StatusCodes.Status409Conflict);
        }

        this.Flash(L["备忘已保存。"]);
        return Redirect(Links.PairingNote(Id, Side));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        if (ModelState.GetFieldValidationState(nameof(Side)) is ModelValidationState.Invalid
            || await db.Pairings.TalkedIn(person).SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { } subject
            || subject.OrganisationOf(Side) is not { } organisation || !(person.MayRead(organisation) || person.LeavesItToTheDatabase))
        {
            return false;
        }

        Subject = subject;
        Present = await db.PairingNotes.AsNoTracking().VisibleTo(person).SingleOrDefaultAsync(n => n.PairingId == Id && n.OrganisationId == organisation, cancellation);
        return true;
    }
}
