using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.Web.Pages.Administration;

/// <summary>All accounts, found by name or mail address.</summary>
internal sealed class AccountsModel(PortalDbContext db) : PageModel
{
    private const int Shown = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = db.Accounts.AdministeredBy(HttpContext.Person).Where(a => a.ErasedAt == null).Named(Words);
        Count = await found.CountAsync(cancellation);
        Rows = await found.OrderByDescending(a => a.CreatedAt).ThenBy(a => a.Id)
            .Select(a => new Row(a.Id, a.DisplayName, a.Email ?? "", a.CreatedAt, a.DisabledAt)).Take(Shown).ToListAsync(cancellation);
    }

    internal sealed record Row(Guid Id, string Name, string Email, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt);
}
