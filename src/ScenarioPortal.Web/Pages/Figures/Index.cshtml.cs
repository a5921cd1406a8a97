using Microsoft.AspNetCore.Mvc.RazorPages;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;
using ScenarioPortal.Web.Pairings;

namespace ScenarioPortal.Web.Pages.Figures;

/// <summary>数据看板: what came of the lists, in figures that each open the list behind them.</summary>
internal sealed class IndexModel(PortalDbContext db, PairingBooks books, MarketCounts market, GapReader gaps, LiveIndex index, CodeBooks codeBooks, TimeProvider time) : PageModel
{
    private const int StuckShown = 5;
    private const int UnitsShown = 8;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public Person Person => HttpContext.Person;

    public string? Scope { get; private set; }

    public PairingFigures Figures { get; private set; } = null!;

    /// <summary>Public needs, open and closed.</summary>
    public int Needs { get; private set; }

    public string NeedsHref { get; private set; } = Links.OpportunityList;

    public HeatTable Heat { get; private set; } = new();

    public IReadOnlyList<PairingRow> Stuck { get; private set; } = [];

    public IReadOnlyList<PairingFigures.Unit> Units => [.. Figures.Units.Take(UnitsShown)];

    /// <summary>The step on the way to which most ended.</summary>
    public FunnelStep? Narrowest => Figures.Steps.Skip(1).Zip(Figures.Steps, (next, before) => (Step: next, Lost: before.Ended)).Where(s => s.Lost > 0).DefaultIfEmpty().MaxBy(s => s.Lost).Step;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Scope = PairingBooks.ScopeOf(Request.Query, Person) is ListShape.Reviewed ? ListShape.Reviewed : null;
        var book = await books.ReadAsync(Scope, Person, cancellation);
        Figures = book.Figures;
        var within = Scope is null ? [] : Person.ReviewedPrefixes.ToArray();
        (Needs, NeedsHref) = CountNeeds(within);
        Heat = HeatTable.Of(await market.ReadAsync(gaps, cancellation), within, codeBooks.Current);
        Stuck = await PairingRow.OfAsync(db, Person, [.. book.LongestStuck.Take(StuckShown)], cancellation);
    }

    /// <summary>The list of pairings with one condition.</summary>
    public string Href(string facet, params IEnumerable<string> values) =>
        Links.Pairings(values.Aggregate(new ListFilter(ListShape.Pairings) { Scope = Scope }, (filter, value) => filter.With(facet, value)));

    /// <summary>Those that stand at a step; interest and invitation are one.</summary>
    public string StandingHref(PairingState step) =>
        Href(ListShape.Step, step is PairingState.Interested ? [nameof(PairingState.Interested), nameof(PairingState.Invited)] : [step.ToString()]);

    public static string OpenNeeds(string field, string region) =>
        Links.Opportunities(new ListFilter(ListShape.Opportunities).With(ListShape.Status, "open").With(ListShape.Field, field).With(ListShape.Region, region));

    public static string Offers(string field, string region) => Links.Capabilities(new ListFilter(ListShape.Capabilities).With(ListShape.Field, field).With(ListShape.Region, region));

    /// <summary>Days with one decimal at most.</summary>
    public static string Rounded(double days) => days.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As many as the public list has in these regions.</summary>
    private (int Count, string Href) CountNeeds(string[] within)
    {
        var list = index.Current.Opportunities;
        var filter = new ListFilter(ListShape.Opportunities);
        if (within.Length > 0)
        {
            // The list knows regions one by one, and no provinces.
            var regions = list.Find(filter, null, 1).Facets.Single(f => f.Facet == ListShape.Region).Values.Select(v => v.Value)
                .Where(v => within.Any(p => v.StartsWith(p, StringComparison.Ordinal)));
            filter = regions.DefaultIfEmpty(ListShape.Nowhere).Take(ListFilter.ValuesMax).Aggregate(filter, (f, r) => f.With(ListShape.Region, r));
        }

        return (list.Find(filter, null, 1).Total, Links.Opportunities(filter));
    }
}
