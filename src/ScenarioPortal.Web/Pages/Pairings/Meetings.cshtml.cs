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

/// <summary>约时间: the hours at which the two sides meet; one side proposes another.</summary>
[KeepsTyped]
internal sealed class MeetingsModel(PortalDbContext db, PairingTogether together, PairingTalks talks, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PairingSide? Side { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public TimeOnly? Hour { get; set; }

    [BindProperty]
    public int? Minutes { get; set; } = 60;

    [BindProperty]
    public string? Place { get; set; }

    public Pairing Subject { get; private set; } = null!;

    public IReadOnlyList<PairingSide> Sides { get; private set; } = [];

    public IReadOnlyList<PairingMeeting> Meetings { get; private set; } = [];

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public bool MayPropose => Sides.Count > 0 && Subject.MayTalk(Now);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (person, cancellation) = (HttpContext.Person, HttpContext.RequestAborted);
        if (await db.Pairings.TalkedIn(person).SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { } subject)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        Sides = [.. subject.SidesOf(person).Where(s => s is not PairingSide.Operator)];
        Meetings = await together.MeetingsAsync(Id, person, cancellation);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if ((Sides.Count == 1 ? Sides[0] : Side) is not { } side || !Sides.Contains(side))
        {
            return NotFound();
        }

        if (About.OrNull is not { Length: <= PairingMeeting.SubjectMaxLength })
        {
            this.Refuse(nameof(About), L["请写明谈什么，不超过 {0} 字。", PairingMeeting.SubjectMaxLength]);
        }

        if (Place.OrNull is not { Length: <= PairingMeeting.PlaceMaxLength })
        {
            this.Refuse(nameof(Place), L["请写地点或会议链接，不超过 {0} 字。", PairingMeeting.PlaceMaxLength]);
        }

        RefuseMissing(nameof(Day), Day is null, L["请选一天。"]);
        RefuseMissing(nameof(Hour), Hour is null, L["请选几点开始。"]);
        RefuseMissing(nameof(Minutes), Minutes is not (>= PairingMeeting.MinutesMin and <= PairingMeeting.MinutesMax), L["时长在 {0} 到 {1} 分钟之间。", PairingMeeting.MinutesMin, PairingMeeting.MinutesMax]);
        var startsAt = Day is { } day && Hour is { } hour ? At(day, hour) : (DateTimeOffset?)null;
        if (startsAt is { } at && (at <= Now || at >= Now.AddDays(PairingMeeting.DaysAhead)))
        {
            this.Refuse(nameof(Day), L["请选一个还没有过、一年以内的时间。"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        await talks.ProposeAsync(Subject, side, new MeetingPlan(About!, Place!, startsAt!.Value, Minutes!.Value), HttpContext.Person, cancellation);
        this.Flash(L["已发给对方，等对方答复。"]);
        return Redirect(Links.Pairing(Id));
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, Clock.Zone.GetUtcOffset(local));
    }

    /// <summary>What was typed and is no date or number has been spoken of already.</summary>
    private void RefuseMissing(string field, bool isWrong, string text)
    {
        if (isWrong && ModelState.GetFieldValidationState(field) is not ModelValidationState.Invalid)
        {
            this.Refuse(field, text);
        }
    }
}
