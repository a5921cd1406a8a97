using Microsoft.AspNetCore.Mvc.RazorPages;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Market;

/// <summary>对接看板: what is under way in the regions that somebody looks after, step by step, what is stuck first.</summary>
internal sealed class PairingsModel(PortalDbContext db, PairingBooks books, TimeProvider time) : PageModel
{
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    public int Total => Columns.Sum(c => c.Count);

    public int Stuck => Columns.Sum(c => c.Stuck);

    /// <summary>The address of what is stuck.</summary>
    public static string StuckHref => Links.Pairings(Filter.With(ListShape.Stuck, ListShape.Yes));

    private static ListFilter Filter { get; } = new(ListShape.Pairings) { Scope = ListShape.Reviewed };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var book = await books.ReadAsync(ListShape.Reviewed, HttpContext.Person, cancellation);
        var rows = (await PairingRow.OfAsync(db, HttpContext.Person, [.. book.Board.SelectMany(s => s.First)], cancellation)).ToDictionary(r => r.Id);
        Columns =
        [
            .. book.Board.Select(s => new Column
            {
                State = s.State,
                Count = s.Count,
                Stuck = s.Stuck,
                Href = Links.Pairings(Filter.With(ListShape.Step, s.State.ToString())),
                Rows = [.. s.First.Where(rows.ContainsKey).Select(id => rows[id])]
            })
        ];
    }

    internal sealed record Column
    {
        public required PairingState State { get; init; }

        public required int Count { get; init; }

        public required int Stuck { get; init; }

        /// <summary>The list of all of them.</summary>
        public required string Href { get; init; }

        public required IReadOnlyList<PairingRow> Rows { get; init; }
    }
}
