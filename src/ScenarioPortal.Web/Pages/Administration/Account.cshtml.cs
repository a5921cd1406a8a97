using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Administration;

/// <summary>One account: where it belongs, and whether it may sign in. The system administrator does not hand out roles.</summary>
[Sensitive]
internal sealed class AccountModel(PortalDbContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Account Subject { get; private set; } = null!;

    public IReadOnlyList<Seated> Seats { get; private set; } = [];

    public IReadOnlyList<StaffRole> Posts { get; private set; } = [];

    public int SessionCount { get; private set; }

    public bool IsMe => Id == HttpContext.Person.AccountId;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Accounts.AdministeredBy(HttpContext.Person).SingleOrDefaultAsync(a => a.Id == Id && a.ErasedAt == null, cancellation) is not { } subject)
        {
            context.Result = NotFound();
            return;
        }

        Subject = subject;
        Seats = await (
            from membership in db.Memberships
            join organisation in db.Organisations on membership.OrganisationId equals organisation.Id
            where membership.AccountId == Id
            orderby organisation.Name, organisation.Id
            select new Seated(organisation.Id, organisation.Name, membership.Role)).ToListAsync(cancellation);
        Posts = await db.StaffGrants.Where(g => g.AccountId == Id).Select(g => g.Role).Distinct().ToListAsync(cancellation);
        SessionCount = await db.Sessions.CountAsync(s => s.AccountId == Id, cancellation);
        await next();
    }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancellation) => ActAsync("account.disable", endSessions: true, L["“{0}”已停用，正在用的登录都已结束。", Subject.DisplayName], now =>
    {
        Subject.DisabledAt ??= now;
    }, cancellation);

    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancellation) => ActAsync("account.enable", endSessions: false, L["“{0}”可以登录了。", Subject.DisplayName], _ =>
    {
        Subject.DisabledAt = null;
    }, cancellation);

    public Task<IActionResult> OnPostEndSessionsAsync(CancellationToken cancellation) => ActAsync("account.end-sessions", endSessions: true, L["“{0}”的登录都已结束。", Subject.DisplayName], _ => { }, cancellation);

    private async Task<IActionResult> ActAsync(string action, bool endSessions, string done, Action<DateTimeOffset> act, CancellationToken cancellation)
    {
        SeparateDuties.RequireOther(HttpContext.Person.AccountId!.Value, Id);
        act(time.GetUtcNow());
        if (endSessions)
        {
            db.RemoveRange(await db.Sessions.Where(s => s.AccountId == Id).ToListAsync(cancellation));
        }

        audit.Note(db, new Act { Action = action, SubjectKind = "account", Subject = Id });
        await db.SaveChangesAsync(cancellation);
        this.Flash(done);
        return Redirect(Links.Account(Id));
    }

    internal sealed record Seated(Guid OrganisationId, string Organisation, MemberRole Role);
}
