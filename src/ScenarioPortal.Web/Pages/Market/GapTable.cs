using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Web.Pages.Market;

/// <summary>Fields against the regions of one level: provinces, the cities of one, or the districts of one of these.</summary>
internal sealed record GapTable
{
    /// <summary>The region whose parts the columns are; null is the whole country.</summary>
    public string? Within { get; private init; }

    public IReadOnlyList<Column> Columns { get; private init; } = [];

    /// <summary>In the order of the code list; those where nothing is lacking are left out.</summary>
    public IReadOnlyList<string> Fields { get; private init; } = [];

    private IReadOnlyDictionary<(string Field, string Column), Cell> Cells { get; init; } = new Dictionary<(string, string), Cell>();

    public Cell this[string field, Column column] => Cells.GetValueOrDefault((field, column.Key), new Cell(0, 0));

    /// <param name="counts">All of them, both sides.</param>
    /// <param name="within">The region that was asked for. Where all that there is lies in one, its parts are shown without being asked for.</param>
    /// <param name="codes">Which region lies in which.</param>
    public static GapTable Of(IReadOnlyList<GapReader.Count> counts, string? within, CodeBook codes)
    {
        var placed = counts.Select(c => (Count: c, Path: PathOf(c.RegionCode, codes))).ToArray();
        var chosen = codes.Region(within)?.Code ?? OnlyOne(placed, codes);
        var depth = chosen is null ? 0 : PathOf(chosen, codes).Length;
        var inside = placed.Where(p => chosen is null || p.Path.Contains(chosen)).Select(p => (p.Count, Column: ColumnOf(p.Path, depth))).ToArray();
        var lacking = inside.Where(p => p.Count.Lacking > 0).ToArray();
        var order = codes.Fields.Select((f, i) => (f.Code, i)).ToDictionary(f => f.Code, f => f.i);
        return new GapTable
        {
            Within = chosen,
            Columns = [.. lacking.Select(p => p.Column).Distinct().OrderBy(c => c.Region is null).ThenBy(c => c.Key, StringComparer.Ordinal)],
            Fields = [.. lacking.Select(p => FieldOf(p.Count)).Distinct().OrderBy(f => order.GetValueOrDefault(f, int.MaxValue)).ThenBy(f => f, StringComparer.Ordinal)],
            Cells = inside.GroupBy(p => (FieldOf(p.Count), p.Column.Key)).ToDictionary(g => g.Key, g => new Cell(
                g.Where(p => p.Count.IsNeed).Sum(p => p.Count.Lacking), g.Where(p => !p.Count.IsNeed).Sum(p => p.Count.Lacking)))
        };
    }

    private static string FieldOf(GapReader.Count count) => count.FieldCode ?? ListShape.NotStated;

    private static Column ColumnOf(string[] path, int depth) =>
        path.Length == 0 ? new Column(null, false, false) : path.Length > depth ? new Column(path[depth], false, path.Length > depth + 1) : new Column(path[^1], true, false);

    /// <summary>The smallest region, but no district, in which all lies that says where it is.</summary>
    private static string? OnlyOne((GapReader.Count Count, string[] Path)[] placed, CodeBook codes)
    {
        string? only = null;
        for (var depth = 0; ; depth++)
        {
            var paths = placed.Where(p => p.Path.Length > 0).Select(p => p.Path).ToArray();
            if (paths.Length == 0 || paths.Any(p => p.Length <= depth + 1) || paths.Select(p => p[depth]).Distinct().Count() > 1)
            {
                return only;
            }

            only = paths[0][depth];
        }
    }

    /// <summary>The province, the city and the district of a region, as far as it says; what is in no code list stands for itself.</summary>
    private static string[] PathOf(string? code, CodeBook codes)
    {
        List<string> path = [];
        for (var current = code; current is not null; current = codes.Region(current)?.ParentCode)
        {
            path.Insert(0, current);
        }

        return [.. path];
    }

    /// <param name="Region">Its code; null for what does not say where it is.</param>
    /// <param name="IsExact">Only the region itself, and not what lies in it, which has columns of its own.</param>
    /// <param name="HasParts">Whether something lies deeper in it.</param>
    internal sealed record Column(string? Region, bool IsExact, bool HasParts)
    {
        public string Key => Region ?? ListShape.NotStated;

        /// <summary>Columns of one region are one, whether or not some of it lies deeper.</summary>
        public bool Equals(Column? other) => other is not null && Key == other.Key;

        public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
    }

    /// <param name="Needs">Open needs that no capability fits.</param>
    /// <param name="Capabilities">Published capabilities that fit no open need.</param>
    internal sealed record Cell(int Needs, int Capabilities);
}
