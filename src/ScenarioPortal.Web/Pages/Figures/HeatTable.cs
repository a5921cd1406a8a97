using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Pages.Figures;

/// <summary>Open needs against public capabilities, by field and by the regions where most of them are; every number is that of a list.</summary>
internal sealed record HeatTable
{
    private const int MostColumns = 6;
    private const int MostFields = 12;

    /// <summary>Codes as the lists know them: cities, or the only city that has needs and its districts.</summary>
    public IReadOnlyList<string> Regions { get; private init; } = [];

    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <summary>Fields and regions that are not shown, for they have less.</summary>
    public int FieldsLeftOut { get; private init; }

    public int RegionsLeftOut { get; private init; }

    private IReadOnlyDictionary<(string Field, string Region), Cell> Cells { get; init; } = new Dictionary<(string, string), Cell>();

    public Cell this[string field, string region] => Cells.GetValueOrDefault((field, region), new Cell(0, 0));

    /// <param name="counts">All of them.</param>
    /// <param name="within">What the codes of the regions begin with; none is everywhere.</param>
    /// <param name="codes">The order of the fields.</param>
    public static HeatTable Of(IReadOnlyList<GapReader.Count> counts, IReadOnlyList<string> within, CodeBook codes)
    {
        var here = counts.Where(c => within.Count == 0 || within.Any(p => c.RegionCode?.StartsWith(p, StringComparison.Ordinal) == true)).ToArray();
        // Companies come from everywhere; where the needs are all of one city, its districts say more than the cities that send a company.
        var byCity = here.Where(c => c.IsNeed).Select(c => CityOf(c.RegionCode)).Where(c => c != ListShape.NotStated).Distinct().Count() > 1;
        var placed = here.SelectMany(c => (byCity ? [CityOf(c.RegionCode)] : RegionValues.Of(c.RegionCode)).Select(region => (Count: c, Field: FieldOf(c), Region: region))).ToArray();
        var order = codes.Fields.Select((f, i) => (f.Code, i)).ToDictionary(f => f.Code, f => f.i);
        var regions = placed.GroupBy(p => p.Region).OrderByDescending(g => g.Sum(p => p.Count.All)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToArray();
        var fields = here.GroupBy(FieldOf).OrderByDescending(g => g.Sum(c => c.All)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToArray();
        return new HeatTable
        {
            Regions = [.. regions.Take(MostColumns).OrderBy(r => r == ListShape.NotStated).ThenBy(r => r, StringComparer.Ordinal)],
            Fields = [.. fields.Take(MostFields).OrderBy(f => order.GetValueOrDefault(f, int.MaxValue))],
            RegionsLeftOut = Math.Max(0, regions.Length - MostColumns),
            FieldsLeftOut = Math.Max(0, fields.Length - MostFields),
            Cells = placed.GroupBy(p => (p.Field, p.Region)).ToDictionary(g => g.Key, g => new Cell(
                g.Where(p => p.Count.IsNeed).Sum(p => p.Count.All), g.Where(p => !p.Count.IsNeed).Sum(p => p.Count.All)))
        };
    }

    private static string FieldOf(GapReader.Count count) => count.FieldCode ?? ListShape.NotStated;

    /// <summary>As the lists gather them.</summary>
    private static string CityOf(string? region) => RegionValues.Of(region).Last();

    internal sealed record Cell(int Needs, int Capabilities)
    {
        private const int Few = 3;

        /// <summary>Which side is short: 缺 has needs and next to no supply, 挤 the other way round.</summary>
        public string? Heat => (Needs, Capabilities) switch
        {
            (0, 0) => null,
            _ when Needs >= Few && Needs >= Few * Capabilities => "n3",
            _ when Needs > Capabilities => "n2",
            _ when Capabilities >= Few * 2 && Capabilities >= Few * 2 * Needs => "c3",
            _ when Capabilities > 2 * Needs => "c2",
            _ => null
        };
    }
}
