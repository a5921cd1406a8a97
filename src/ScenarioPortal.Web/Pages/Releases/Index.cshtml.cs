using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Lists;
using ScenarioPortal.Domain.Lists;

namespace ScenarioPortal.Web.Pages.Releases;

/// <summary>清单批次: what was released when.</summary>
internal sealed class IndexModel(PortalDbContext db) : PageModel
{
    private const int Shown = 200;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rows = await db.ListReleases.AsNoTracking()
            .Public()
            .OrderByDescending(r => r.ReleasedAt).ThenBy(r => r.Id)
            .Take(Shown)
            .Select(r => new Row
            {
                Id = r.Id,
                Kind = r.Kind,
                Title = r.Title,
                ReleasedAt = r.ReleasedAt!.Value,
                Size = r.Items.Count
            })
            .ToListAsync(cancellation);

    internal sealed record Row
    {
        public required Guid Id { get; init; }

        public required ListKind Kind { get; init; }

        public required string Title { get; init; }

        public required DateTimeOffset ReleasedAt { get; init; }

        public required int Size { get; init; }
    }
}
