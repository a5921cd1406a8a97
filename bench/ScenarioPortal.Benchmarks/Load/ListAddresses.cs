using System.Globalization;

namespace ScenarioPortal.Benchmarks.Load;

/// <summary>Views of the opportunity list as visitors click them together: fields, state, budget, order, page; no two the same.</summary>
internal static class ListAddresses
{
    private const int PageSize = 20;
    private static readonly string[] Sorts = ["", "&sort=newest", "&sort=budget", "&sort=deadline"];
    private static readonly string[] Budgets = ["", "", "&budget=0-50", "&budget=50-200&budget=200-1000", "&budget=none"];
    private static readonly string[] States = ["", "&status=open"];

    /// <param name="fields">The codes of all fields, of which none or some are chosen.</param>
    /// <param name="items">How many items the list has: no page beyond its end is asked for.</param>
    /// <param name="count">How many addresses.</param>
    public static IReadOnlyList<string> Make(string[] fields, int items, int count)
    {
        var chance = new Random(1);
        var addresses = new HashSet<string>(count);
        while (addresses.Count < count)
        {
            var chosen = chance.GetItems(fields, chance.Next(0, 5)).Distinct().Order(StringComparer.Ordinal).ToArray();
            var part = chosen.Length == 0 ? 1 : chosen.Length / (2.0 * fields.Length);
            var pages = Math.Clamp((int)(items * part / 4 / PageSize), 1, 500);
            addresses.Add(string.Create(CultureInfo.InvariantCulture,
                $"/opportunities?page={chance.Next(1, pages + 1)}{string.Concat(chosen.Select(f => $"&field={f}"))}{chance.GetItems(States, 1)[0]}{chance.GetItems(Budgets, 1)[0]}{chance.GetItems(Sorts, 1)[0]}"));
        }

        return [.. addresses];
    }

    /// <summary>Views of the list of pairings; no two the same.</summary>
    public static IReadOnlyList<string> OfPairings(string[] fields, int items, int count)
    {
        string[] steps = ["", "", "&step=Engaged", "&step=Piloting&step=Agreed", "&stuck=yes", "&reached=Verified"];
        string[] sorts = ["", "&sort=longest", "&sort=began"];
        var chance = new Random(1);
        var addresses = new HashSet<string>(count);
        while (addresses.Count < count)
        {
            var chosen = chance.GetItems(fields, chance.Next(0, 3)).Distinct().Order(StringComparer.Ordinal).ToArray();
            var pages = Math.Clamp(items / 40 / PageSize, 1, 500);
            addresses.Add(string.Create(CultureInfo.InvariantCulture,
                $"/pairings?page={chance.Next(1, pages + 1)}{string.Concat(chosen.Select(f => $"&field={f}"))}{chance.GetItems(steps, 1)[0]}{chance.GetItems(sorts, 1)[0]}"));
        }

        return [.. addresses];
    }
}
