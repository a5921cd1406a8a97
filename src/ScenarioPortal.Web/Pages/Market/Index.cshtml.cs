using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Capabilities;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Pages.Market;

/// <summary>What if everyone got their best feasible partner: the market before and after, need by need and capability by capability. It decides nothing.</summary>
internal sealed class IndexModel(PortalDbContext db, MarketReader reader) : PageModel
{
    public const string Capabilities = "capabilities";
    private const int Shown = 50;

    /// <summary>Which table: needs, or capabilities.</summary>
    [BindProperty(SupportsGet = true, Name = "list")]
    public string? List { get; set; }

    /// <summary>Which of its rows.</summary>
    [BindProperty(SupportsGet = true, Name = "of")]
    public string? Part { get; set; }

    /// <summary>Only needs that want this capability first.</summary>
    [BindProperty(SupportsGet = true, Name = "first")]
    public Guid? First { get; set; }

    /// <summary>Only needs that are assigned this capability.</summary>
    [BindProperty(SupportsGet = true, Name = "with")]
    public Guid? With { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    public MarketView View { get; private set; } = null!;

    public bool IsOfCapabilities => List == Capabilities;

    public IReadOnlyList<MarketView.Need> Needs { get; private set; } = [];

    public IReadOnlyList<MarketView.Capability> Offers { get; private set; } = [];

    /// <summary>How many rows there are with those on other pages.</summary>
    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + Shown - 1) / Shown);

    /// <summary>Names of what this page shows.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        View = await reader.ReadAsync(HttpContext.Person, cancellation);
        if (IsOfCapabilities)
        {
            Offers = PageOf(View.Capabilities.Where(c => Part is null || Part == c.Part()).OrderByDescending(c => c.Price).ThenByDescending(c => c.Demand));
        }
        else
        {
            Needs = PageOf(View.Needs.Where(n => (Part is null || Part == n.Part()) && (First is null || n.First?.Id == First) && (With is null || n.Partner?.Id == With))
                .OrderByDescending(n => n.Regret));
        }

        Titles = await TitlesAsync(cancellation);
    }

    /// <summary>The address of another part of the page.</summary>
    public static string Href(string? list = null, string? part = null, Guid? first = null, Guid? with = null, int page = 1) =>
        Links.Market + QueryString.Create(new Dictionary<string, string?>
        {
            ["list"] = list,
            ["of"] = part,
            ["first"] = first?.ToString(),
            ["with"] = with?.ToString(),
            ["page"] = page > 1 ? $"{page}" : null
        }.Where(p => p.Value is not null)) + "#rows";

    public string PageHref(int page) => Href(List, Part, First, With, page);

    private T[] PageOf<T>(IEnumerable<T> rows)
    {
        T[] all = [.. rows];
        Total = all.Length;
        Number = Math.Clamp(Number, 1, Pages);
        return [.. all.Skip((Number - 1) * Shown).Take(Shown)];
    }

    /// <summary>Both kinds of names in one round trip.</summary>
    private async Task<Dictionary<Guid, string>> TitlesAsync(CancellationToken cancellation)
    {
        Guid[] needs = [.. Needs.Select(n => n.Id)];
        Guid[] capabilities = [.. Needs.SelectMany(n => new[] { n.First?.Id, n.Partner?.Id }).Append(First).Append(With).OfType<Guid>().Concat(Offers.Select(o => o.Id)).Distinct()];
        return await db.Opportunities.Public().Where(o => needs.Contains(o.Id)).Select(o => new { o.Id, o.Title })
            .Concat(db.Capabilities.Public().Where(c => capabilities.Contains(c.Id)).Select(c => new { c.Id, c.Title }))
            .ToDictionaryAsync(t => t.Id, t => t.Title, cancellation);
    }
}
