using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
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

/// <summary>留言: what the two sides write to one another; only they read it, and the operator who put them together.</summary>
[KeepsTyped, RequestSizeLimit(AttachmentCheck.RequestMax), RequestFormLimits(MultipartBodyLengthLimit = AttachmentCheck.RequestMax)]
internal sealed class TalkModel(PortalDbContext db, PairingTogether together, PairingTalks talks, PairingFiles files, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public int Part { get; set; } = 1;

    [BindProperty]
    public PairingSide? Side { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public Pairing Subject { get; private set; } = null!;

    public TalkView View { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (person, cancellation) = (HttpContext.Person, HttpContext.RequestAborted);
        if (await db.Pairings.TalkedIn(person).SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { } subject || await together.TalkAsync(subject, person, Part, cancellation) is not { } view)
        {
            context.Result = NotFound();
            return;
        }

        (Subject, View) = (subject, view);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(Guid? last, CancellationToken cancellation)
    {
        if ((View.Sides.Count > 1 ? Side : View.Side) is not { } side || !View.Sides.Contains(side))
        {
            return NotFound();
        }

        if (Text.OrNull is not { Length: <= PairingMessage.TextMaxLength })
        {
            this.Refuse(nameof(Text), L["请写一两句话，不超过 {0} 字。", PairingMessage.TextMaxLength]);
        }

        var (uploads, refusal) = await files.CheckAsync(Files, cancellation);
        if (refusal is not null)
        {
            this.Refuse(nameof(Files), refusal);
        }
        else if (!ModelState.IsValid && uploads.Count > 0)
        {
            this.Refuse(nameof(Files), L["还没有发出。要附的文件请再选一次。"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        await talks.SayAsync(Subject, side, Text!, uploads, HttpContext.Person, cancellation);
        if (last is { } seen)
        {
            await talks.ReadAsync(Subject, seen, HttpContext.Person, cancellation);
        }

        this.Flash(L["留言已发出。"]);
        return Redirect($"{Links.Pairing(Id)}#talk");
    }

    /// <summary>The other side is shown when it was read.</summary>
    public async Task<IActionResult> OnPostReadAsync(Guid last, CancellationToken cancellation)
    {
        await talks.ReadAsync(Subject, last, HttpContext.Person, cancellation);
        return Redirect($"{Links.Pairing(Id)}#talk");
    }
}
