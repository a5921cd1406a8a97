using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Organisations;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Security;

/// <summary>Proposals to reset a lost second factor, waiting for a second administrator: one alone can never do it.</summary>
[Sensitive]
internal sealed class FactorsModel(PortalDbContext db, OrganisationMail mail, AuditTrail audit, TimeProvider time, IStringLocalizer<Texts> L) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        var since = time.GetUtcNow() - FactorReset.Waits;
        Rows = await (
            from reset in db.FactorResets
            join account in db.Accounts.AdministeredBy(HttpContext.Person) on reset.AccountId equals account.Id
            join proposer in db.Accounts on reset.ProposedBy equals proposer.Id
            where reset.ConfirmedAt == null && reset.ProposedAt > since
            orderby reset.ProposedAt, reset.Id
            select new Row(reset.Id, account.Id, account.DisplayName, account.Email ?? "", proposer.Id, proposer.DisplayName, reset.ProposedAt)).ToListAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(Guid reset, CancellationToken cancellation)
    {
        if (Rows.SingleOrDefault(r => r.Id == reset) is not { } row)
        {
            return NotFound();
        }

        var subject = await db.FactorResets.SingleAsync(r => r.Id == reset, cancellation);
        subject.Confirm(HttpContext.Person.AccountId!.Value, time.GetUtcNow());
        var account = await db.Accounts.SingleAsync(a => a.Id == row.AccountId, cancellation);
        (account.TotpSecret, account.TotpStep) = (null, null);
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Passkeys.Where(p => p.UserId == account.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Sessions.Where(s => s.AccountId == account.Id).ToListAsync(cancellation));
        mail.Send(db, row.Email, OrganisationLetter.FactorReset());
        audit.Note(db, new Act { Action = "factor.reset", SubjectKind = "account", Subject = account.Id, Detail = new { reset } });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["“{0}”的登录验证已重设，下次登录要重新设置。", row.Name]);
        return Redirect(Links.FactorResets);
    }

    public async Task<IActionResult> OnPostDropAsync(Guid reset, CancellationToken cancellation)
    {
        if (Rows.All(r => r.Id != reset))
        {
            return NotFound();
        }

        db.Remove(await db.FactorResets.SingleAsync(r => r.Id == reset, cancellation));
        audit.Note(db, new Act { Action = "factor.drop", SubjectKind = "account", Subject = Rows.Single(r => r.Id == reset).AccountId, Detail = new { reset } });
        await db.SaveChangesAsync(cancellation);
        this.Flash(L["提议已撤销。"]);
        return Redirect(Links.FactorResets);
    }

    internal sealed record Row(Guid Id, Guid AccountId, string Name, string Email, Guid ProposedBy, string Proposer, DateTimeOffset ProposedAt);
}
