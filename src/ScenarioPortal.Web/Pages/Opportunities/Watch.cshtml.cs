using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Opportunities;

/// <summary>Follows a need (关注), or no longer. Pressing twice is the same as pressing once.</summary>
internal sealed class WatchModel(PortalDbContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect(Links.Opportunity(id));

    public async Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken cancellation)
    {
        if (!await db.Opportunities.Public().AnyAsync(o => o.Id == id, cancellation))
        {
            return NotFound();
        }

        var (account, now) = (HttpContext.Person.AccountId!.Value, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var added = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO watches (account_id, opportunity_id, since) VALUES ({account}, {id}, {now}) ON CONFLICT DO NOTHING", cancellation);
        if (added > 0)
        {
            await NoteAsync("watch.start", id, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        this.Flash(L["已关注。有更正、答复、延期或关闭，会发消息告诉您。"]);
        return Redirect(Links.Opportunity(id));
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancellation)
    {
        if (!await db.Opportunities.Public().AnyAsync(o => o.Id == id, cancellation))
        {
            return NotFound();
        }

        var account = HttpContext.Person.AccountId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Watches.Where(w => w.OpportunityId == id && w.AccountId == account).ExecuteDeleteAsync(cancellation) > 0)
        {
            await NoteAsync("watch.stop", id, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        this.Flash(L["已取消关注。"]);
        return Redirect(Links.Opportunity(id));
    }

    private Task<int> NoteAsync(string action, Guid id, CancellationToken cancellation)
    {
        audit.Note(db, new Act { Action = action, SubjectKind = nameof(Opportunity), Subject = id });
        return db.SaveChangesAsync(cancellation);
    }
}
