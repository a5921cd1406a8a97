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
using ScenarioPortal.Web.Files;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Pairings;

/// <summary>One thing that somebody does about a pairing, with their words.</summary>
[KeepsTyped, RequestSizeLimit(AttachmentCheck.RequestMax), RequestFormLimits(MultipartBodyLengthLimit = AttachmentCheck.RequestMax)]
internal sealed class ActModel(PortalDbContext db, PairingDesk desk, PairingFiles files, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public PairingSide Side { get; set; }

    [FromRoute(Name = "act")]
    public PairingAction Action { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public PairingReason? Reason { get; set; }

    [BindProperty]
    public PairingState? Step { get; set; }

    /// <summary>What the publisher thinks of the pilot, when it is over.</summary>
    [BindProperty]
    public int? Rating { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>A step is shown to be done by whoever says so and whoever confirms it.</summary>
    public bool TakesFiles => Action is PairingAction.Suggest or PairingAction.Confirm;

    public Pairing Subject { get; private set; } = null!;

    /// <summary>What is agreed to or confirmed, before the eyes of whoever does.</summary>
    public VerificationView? Verification { get; private set; }

    public bool MayRate => Side is PairingSide.Publisher && Subject.State is PairingState.Piloting && Action is PairingAction.Suggest or PairingAction.Confirm;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Where a suggestion may lead.</summary>
    public IReadOnlyList<PairingState> Steps => [.. Subject.MovesOf(Side).Where(m => m.Action is PairingAction.Suggest).Select(m => m.Becomes)];

    public bool NeedsReason => Action.Ends;

    public bool NeedsNote => NeedsReason || Action is PairingAction.Suggest or PairingAction.Refuse;

    /// <summary>It can be done now; otherwise somebody was faster.</summary>
    public bool IsOpen => Subject.MovesOf(Side).Any(m => m.Action == Action) && !IsForOthers;

    /// <summary>It would be this person's yes to their own words.</summary>
    public bool IsForOthers => Subject.IsAnswerToOneself(Action, HttpContext.Person.AccountId) && Subject.MovesOf(Side).Any(m => m.Action == Action);

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
        if (NeedsNote && Note.OrNull is not { Length: <= PairingEvent.NoteMaxLength })
        {
            this.Refuse(nameof(Note), L["请写一两句话，对方会看到，不超过 {0} 字。", PairingEvent.NoteMaxLength]);
        }

        if (NeedsReason && Reason is not { } given)
        {
            this.Refuse(nameof(Reason), L["请选一个原因。"]);
        }

        if (Action is PairingAction.Suggest && IsOpen && (Step is not { } step || !Steps.Contains(step)))
        {
            this.Refuse(nameof(Step), L["请选一步。"]);
        }

        if (MayRate && Rating is < 1 or > PairingEvent.MaxRating)
        {
            this.Refuse(nameof(Rating), L["评价是 1 到 {0} 分。", PairingEvent.MaxRating]);
        }

        var (shown, refusal) = await files.CheckAsync(TakesFiles ? Files : [], cancellation);
        if (refusal is not null || (!ModelState.IsValid && shown.Count > 0))
        {
            this.Refuse(nameof(Files), refusal ?? L["还没有提交。要附的文件请再选一次。"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        try
        {
            await desk.ActAsync(Subject, Revision, Side, HttpContext.Person, Do, cancellation, shown, leadsOn: !Action.Ends);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(cancellation);
            if (Subject.WasJustDone(Action, new Actor(Side, HttpContext.Person.AccountId), Note, Revision))
            {
                return Done();
            }

            ModelState.Remove(nameof(Revision));
            this.Refuse("", L["您打开之后，这次对接有了新的进展，所以还没有提交。您写的还在下面；看过现在的情况之后，可以再提交。"]);
            return this.Again(StatusCodes.Status409Conflict);
        }

        return Done();
    }

    private RedirectResult Done()
    {
        this.Flash(Action is PairingAction.Suggest ? L["已提出，等对方确认。"] : L["已办好，对方会收到消息。"]);
        return Redirect(Links.Pairing(Id));
    }

    private void Do(Actor by, PairingRules rules, DateTimeOffset now)
    {
        switch (Action)
        {
            case PairingAction.Accept: Subject.Accept(by, Note, [], rules, now); break;
            case PairingAction.Decline: Subject.Decline(by, Reason!.Value, Note!, rules, now); break;
            case PairingAction.Withdraw: Subject.Withdraw(by, Reason!.Value, Note!, rules, now); break;
            case PairingAction.Terminate: Subject.Terminate(by, Reason!.Value, Note!, rules, now); break;
            case PairingAction.Suggest: Subject.Suggest(by, Step ?? Subject.State, Note!, rules, now, MayRate ? Rating : null); break;
            case PairingAction.Confirm: Subject.Confirm(by, Note, rules, now, MayRate ? Rating : null); break;
            case PairingAction.AgreePlan: Subject.AgreePlan(by, Note, rules, now); break;
            case PairingAction.Reveal: Subject.Reveal(by, Note, rules, now); break;
            case PairingAction.Refuse: Subject.Refuse(by, Note!, rules, now); break;
            default: Subject.TakeBack(by, Note, rules, now); break;
        }
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        if (ModelState.GetFieldValidationState(nameof(Side)) is ModelValidationState.Invalid || Action is < PairingAction.Accept or PairingAction.Lapse or PairingAction.WritePlan or PairingAction.WriteResult || !Enum.IsDefined(Action)
            || await db.Pairings.EditableBy(person).SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { } subject || !subject.SidesOf(person).Contains(Side))
        {
            return false;
        }

        Subject = subject;
        Verification = Action is PairingAction.AgreePlan or PairingAction.Confirm && subject.State <= PairingState.Piloting ? await VerificationView.OfAsync(db, subject, Now, cancellation) : null;
        return true;
    }
}
