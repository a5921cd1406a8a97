using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>Where this person is signed in. What looks strange is ended here, at once.</summary>
internal sealed class SessionsModel(PortalDbContext db, AuditTrail audit, IStringLocalizer<Texts> L) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Guid? Current => HttpContext.Person.SessionId;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var current = Current;
        Rows = await Mine
            .OrderByDescending(s => s.Id == current).ThenByDescending(s => s.LastSeenAt).ThenBy(s => s.Id)
            .Select(s => new Row { Id = s.Id, Device = s.Device, Address = s.Address, StartedAt = s.StartedAt, LastSeenAt = s.LastSeenAt, Factors = s.Factors })
            .ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellation)
    {
        if (await Mine.SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } session)
        {
            return NotFound();
        }

        await EndAsync([session], cancellation);
        this.Flash(L["那台设备已退出登录。"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellation)
    {
        var current = Current;
        await EndAsync(await Mine.Where(s => s.Id != current).ToListAsync(cancellation), cancellation);
        this.Flash(L["其他设备都已退出登录。"]);
        return RedirectToPage();
    }

    private IQueryable<Session> Mine => db.SessionsOf(HttpContext.Person.AccountId!.Value);

    private async Task EndAsync(IReadOnlyList<Session> sessions, CancellationToken cancellation)
    {
        db.RemoveRange(sessions);
        foreach (var session in sessions)
        {
            audit.Note(db, new Act { Action = "session.end", SubjectKind = "session", Subject = session.Id });
        }

        await db.SaveChangesAsync(cancellation);
    }

    internal sealed record Row
    {
        public required Guid Id { get; init; }

        public string? Device { get; init; }

        public string? Address { get; init; }

        public required DateTimeOffset StartedAt { get; init; }

        public required DateTimeOffset LastSeenAt { get; init; }

        public required Factors Factors { get; init; }
    }
}
