using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.Security;

/// <summary>Who has which role; and, by name or mail address, anybody who could be given one.</summary>
internal sealed class RolesModel(PortalDbContext db) : PageModel
{
    private const int Shown = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var accounts = db.Accounts.AdministeredBy(HttpContext.Person).Where(a => a.ErasedAt == null);
        var found = string.IsNullOrWhiteSpace(Words) ? accounts.Where(a => db.StaffGrants.Any(g => g.AccountId == a.Id)) : accounts.Named(Words);
        Rows = await found.OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Take(Shown)
            .Select(a => new Row(a.Id, a.DisplayName, a.Email ?? "", db.StaffGrants.Where(g => g.AccountId == a.Id).Select(g => new Post(g.Role, g.RegionCode)).ToList())).ToListAsync(cancellation);
    }

    internal sealed record Row(Guid Id, string Name, string Email, IReadOnlyList<Post> Posts);
}
