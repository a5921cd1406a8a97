namespace ScenarioPortal.Web.Catalogue;

/// <summary>One group of filters: which items carry which of its values. An item may carry several.</summary>
internal sealed class Facet
{
    private readonly Dictionary<string, BitSet> _carriers = new(StringComparer.Ordinal);
    private readonly int _itemCount;

    private Facet(string name, int itemCount) => (Name, _itemCount) = (name, itemCount);

    public string Name { get; }

    public IReadOnlyDictionary<string, BitSet> Values => _carriers;

    public static Facet Over<TItem>(string name, IReadOnlyList<TItem> items, Func<TItem, IEnumerable<string>> valuesOf)
    {
        var facet = new Facet(name, items.Count);
        for (var position = 0; position < items.Count; position++)
        {
            foreach (var value in valuesOf(items[position]))
            {
                facet.CarriersOf(value).Add(position);
            }
        }

        return facet;
    }

    /// <summary>The items that carry any of the values.</summary>
    public BitSet AnyOf(IEnumerable<string> values)
    {
        var union = new BitSet(_itemCount);
        foreach (var value in values)
        {
            if (_carriers.TryGetValue(value, out var carriers))
            {
                union.UnionWith(carriers);
            }
        }

        return union;
    }

    private BitSet CarriersOf(string value)
    {
        if (!_carriers.TryGetValue(value, out var carriers))
        {
            _carriers.Add(value, carriers = new BitSet(_itemCount));
        }

        return carriers;
    }
}
