using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Pages.Market;

/// <summary>Where needs have no supply and supply has no needs, by field and region; each number opens its list.</summary>
internal sealed class GapsModel(GapReader reader, CodeBooks codeBooks) : PageModel
{
    public const string NeedSide = "needs";
    public const string CapabilitySide = "capabilities";
    public const int Shown = 200;

    /// <summary>The region whose parts the table shows.</summary>
    [BindProperty(SupportsGet = true, Name = "within")]
    public string? Within { get; set; }

    /// <summary>Which list is open beside the table.</summary>
    [BindProperty(SupportsGet = true, Name = "side")]
    public string? Side { get; set; }

    [BindProperty(SupportsGet = true, Name = "field")]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "region")]
    public string? Region { get; set; }

    /// <summary>Only the region itself, and not what lies in it.</summary>
    [BindProperty(SupportsGet = true, Name = "exact")]
    public bool IsExact { get; set; }

    public IReadOnlyList<GapReader.Count> Counts { get; private set; } = [];

    public GapTable Table { get; private set; } = new();

    public IReadOnlyList<GapReader.Item> Items { get; private set; } = [];

    public bool HasList => Side is NeedSide or CapabilitySide;

    /// <summary>The public list of the same field and region, those with partners included. It knows no provinces.</summary>
    public string WholeList
    {
        get
        {
            var isOfNeeds = Side == NeedSide;
            var filter = new ListFilter(isOfNeeds ? ListShape.Opportunities : ListShape.Capabilities);
            filter = isOfNeeds ? filter.With(ListShape.Status, "open") : filter;
            filter = Field is null ? filter : filter.With(ListShape.Field, Field);
            filter = Region is null || IsProvince(Region) ? filter : filter.With(ListShape.Region, Region);
            return isOfNeeds ? Links.Opportunities(filter) : Links.Capabilities(filter);
        }
    }

    public int Count(bool isOfNeeds) => Counts.Where(c => c.IsNeed == isOfNeeds).Sum(c => c.Lacking);

    public int CountAll(bool isOfNeeds) => Counts.Where(c => c.IsNeed == isOfNeeds).Sum(c => c.All);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Counts = await reader.CountAsync(HttpContext.Person, cancellation);
        Table = GapTable.Of(Counts, Within, codeBooks.Current);
        Items = HasList ? await reader.ListAsync(HttpContext.Person, Side == NeedSide, Field, Region, IsExact, Shown, cancellation) : [];
    }

    /// <summary>The address of a list.</summary>
    public string Href(string side, string? field = null, GapTable.Column? column = null) => Address("#list",
        ("within", Within), ("side", side), ("field", field), ("region", column?.Key ?? Table.Within), ("exact", column is { IsExact: true } ? "true" : null));

    /// <summary>The address of the table of a region.</summary>
    public static string HrefWithin(string? region) => Address("", ("within", region));

    private static string Address(string anchor, params (string Name, string? Value)[] parts) =>
        Links.Gaps + QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))) + anchor;

    private static bool IsProvince(string region) => Domain.CodeLists.Region.IsCode(region) && Domain.CodeLists.Region.LevelOf(region) is RegionLevel.Province;
}
