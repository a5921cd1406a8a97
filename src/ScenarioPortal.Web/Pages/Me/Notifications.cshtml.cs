using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Notifications;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>消息: what this person was told, the newest first. Looking at the list reads nothing; opening a message does.</summary>
internal sealed class NotificationsModel(PortalDbContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    private const int Shown = 100;

    public IReadOnlyList<Notification> Rows { get; private set; } = [];

    public int Unread => HttpContext.Person.Unread;

    public DateOnly Today => time.Today;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rows = await Mine().AsNoTracking().OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(Shown).ToListAsync(cancellation);

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await Mine().SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { } notification)
        {
            return NotFound();
        }

        if (notification.ReadAt is null)
        {
            notification.Read(time.GetUtcNow());
            audit.Note(db, new Act { Action = "notification.read", SubjectKind = nameof(Notification), Subject = id });
            await db.SaveChangesAsync(cancellation);
        }

        return Redirect(NoticeWords.PathOf(notification));
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var read = await Mine().Where(n => n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancellation);
        if (read > 0)
        {
            audit.Note(db, new Act { Action = "notification.read", Detail = new { read } });
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        this.Flash(L["全部标为已读。"]);
        return Redirect(Links.Notifications);
    }

    private IQueryable<Notification> Mine()
    {
        var me = HttpContext.Person.AccountId;
        return db.Notifications.Where(n => n.AccountId == me);
    }
}
