using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
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

/// <summary>One hour that was proposed: the other side accepts or declines, and either calls it off.</summary>
[KeepsTyped]
internal sealed class MeetingModel(PortalDbContext db, PairingTalks talks, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "meeting")]
    public Guid MeetingId { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public MeetingState? Choice { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public Pairing Subject { get; private set; } = null!;

    public PairingMeeting Meeting { get; private set; } = null!;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>What the reader may answer; who acts for both sides answers for the one that is asked.</summary>
    public IReadOnlyList<MeetingState> Choices => [.. Subject.SidesOf(HttpContext.Person).SelectMany(s => Meeting.AnswersOf(s, Now)).Distinct().Order()];

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
        var sides = Subject.SidesOf(HttpContext.Person).Where(s => s is not PairingSide.Operator).ToArray();
        if (sides.Length == 0)
        {
            return NotFound();
        }

        if (Choice is not { } choice)
        {
            this.Refuse(nameof(Choice), L["请选一个答复。"]);
        }
        else if (choice is not MeetingState.Accepted && Answer.OrNull is null)
        {
            this.Refuse(nameof(Answer), L["请写一句原因，对方会看到，不超过 {0} 字。", PairingMeeting.AnswerMaxLength]);
        }

        if (Answer is { Length: > PairingMeeting.AnswerMaxLength })
        {
            this.Refuse(nameof(Answer), L["说明不超过 {0} 字。", PairingMeeting.AnswerMaxLength]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var side = sides.Cast<PairingSide?>().FirstOrDefault(s => Meeting.AnswersOf(s!.Value, Now).Contains(Choice!.Value)) ?? sides[0];
        try
        {
            await talks.AnswerAsync(Subject, Meeting, Revision, Choice!.Value, side, Answer, HttpContext.Person, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(cancellation);
            ModelState.Remove(nameof(Revision));
            this.Refuse("", L["您打开之后，这个时间已经有了答复，所以还没有提交。您写的还在下面。"]);
            return this.Again(StatusCodes.Status409Conflict);
        }

        this.Flash(L["已答复，对方会收到消息。"]);
        return Redirect(Links.Pairing(Id));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var person = HttpContext.Person;
        if (await db.PairingMeetings.VisibleTo(person, db).SingleOrDefaultAsync(m => m.Id == MeetingId && m.PairingId == Id, cancellation) is not { } meeting)
        {
            return false;
        }

        Meeting = meeting;
        Subject = await db.Pairings.TalkedIn(person).SingleAsync(p => p.Id == Id, cancellation);
        return true;
    }
}
