using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Privacy;
using ScenarioPortal.Web.Security;

namespace ScenarioPortal.Web.Pages.Me;

/// <summary>One's own data as a file to take away.</summary>
[Sensitive]
internal sealed class DataFileModel(AccountDatabase accounts, OwnData data, OwnTables tables, AuditTrail audit) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Links.MyData);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var account = await accounts.OfAsync(HttpContext.Person, cancellation);
        var records = await data.ReadAsync(accounts.Db, account, int.MaxValue, cancellation);
        var file = OwnDataFile.Of(records, await tables.OfAsync(accounts.Db, records, cancellation));
        audit.Note(accounts.Db, new Act { Action = "account.export", SubjectKind = "account", Subject = account.Id, Detail = new { records = records.Count } });
        await accounts.Db.SaveChangesAsync(cancellation);
        return File(file, "application/zip", "my-data.zip");
    }
}
