using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Notifications;

namespace ScenarioPortal.Web.Pages.Notifications;

/// <summary>
/// Stops the mails of one kind for whom the link was written, without signing in: by the button, or by the one click of a mail program (RFC 8058),
/// which sends no token and no cookie. The seal of the link says who it is; opening it changes nothing.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class StopModel(IDbContextFactory<PortalDbContext> databases, StopLinks links, AuditTrail audit) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    public StopLinks.Stopped Asked { get; private set; } = null!;

    public bool IsDone { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-store";
        if (links.Read(Token) is { } asked)
        {
            Asked = asked;
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (account, kind) = (Asked.Account, Asked.Kind?.ToString());
        if (!await db.Accounts.AnyAsync(a => a.Id == account && a.ErasedAt == null, cancellation))
        {
            return NotFound();
        }

        if (kind is null)
        {
            await db.NotificationChoices.Where(c => c.AccountId == account && c.Delivery == NotificationDelivery.Daily)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.Delivery, NotificationDelivery.PortalOnly), cancellation);
        }
        else
        {
            var silent = nameof(NotificationDelivery.PortalOnly);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO notification_choices (account_id, kind, delivery) VALUES ({account}, {kind}, {silent}) ON CONFLICT (account_id, kind) DO UPDATE SET delivery = EXCLUDED.delivery", cancellation);
        }

        db.Add(audit.EntryOf(new Act { Action = "notification.stop", Detail = new { kind = kind ?? "Daily" } }, account));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        IsDone = true;
        return Page();
    }
}
