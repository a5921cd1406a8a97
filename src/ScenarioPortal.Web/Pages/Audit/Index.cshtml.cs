using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Web.Audit;

namespace ScenarioPortal.Web.Pages.Audit;

/// <summary>审计记录: who did what, newest first. Who looks is noted too.</summary>
internal sealed class IndexModel(PortalDbContext db, AuditTrail trail) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public TrailFilter Filter { get; set; } = new();

    /// <summary>Only entries with smaller numbers: where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<TrailRow> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var entries = Filter.Of(db).Where(e => Before == null || e.Sequence < Before);
        var rows = await TrailRow.From(entries, db).Take(PageSize + 1).ToListAsync(cancellation);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Sequence : null;
        trail.Note(db, new Act { Action = "audit.read", Detail = new { by = Filter.Names(), before = Before, rows = Rows.Count } });
        await db.SaveChangesAsync(cancellation);
        return Page();
    }

    public bool IsWrong(string field) => ModelState.TryGetValue(field, out var state) && state.Errors.Count > 0;

    /// <summary>The same search at another address, or further back.</summary>
    internal string With(string address, long? before = null)
    {
        var query = Request.Query.Where(q => q.Key is not "before").SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        var same = QueryHelpers.AddQueryString(address, query.Where(q => !string.IsNullOrEmpty(q.Value)));
        return before is null ? same : QueryHelpers.AddQueryString(same, "before", $"{before}");
    }
}
