namespace ScenarioPortal.Web.Catalogue;

/// <summary>
/// One public list as positions, facets and orders, immutable. Counting facets with GROUP BY on each request costs a
/// hundred times what the page costs; here a count is a few AND instructions. Rows themselves stay in PostgreSQL.
/// </summary>
internal sealed class CatalogueList
{
    private readonly Guid[] _ids;
    private readonly Dictionary<Guid, int> _positions;
    private readonly IReadOnlyList<Facet> _facets;
    private readonly IReadOnlyDictionary<string, int[]> _orders;

    public CatalogueList(IEnumerable<Guid> ids, IReadOnlyList<Facet> facets, IReadOnlyDictionary<string, int[]> orders)
    {
        _ids = [.. ids];
        _facets = facets;
        _orders = orders;
        _positions = _ids.Index().ToDictionary(i => i.Item, i => i.Index);
    }

    public int Count => _ids.Length;

    public IReadOnlyList<Guid> Ids => _ids;

    public bool Contains(Guid id) => _positions.ContainsKey(id);

    /// <param name="filter">What was asked for.</param>
    /// <param name="hits">What a word search found, best first; null when there were no words.</param>
    /// <param name="pageSize">How many items a page has.</param>
    public ListResult Find(ListFilter filter, IReadOnlyList<Guid>? hits, int pageSize)
    {
        var found = hits is null ? BitSet.All(Count) : PositionsOf(hits);
        var choices = _facets.Select(f => filter.Chosen.TryGetValue(f.Name, out var values) ? f.AnyOf(values) : null).ToArray();
        var matching = Intersection(found, choices, except: -1);
        var total = matching.Count();
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + pageSize - 1) / pageSize));

        return new ListResult
        {
            Total = total,
            Page = page,
            PageSize = pageSize,
            Ids = [.. Ordered(filter, hits).Where(p => matching[p]).Skip((page - 1) * pageSize).Take(pageSize).Select(p => _ids[p])],
            Facets = [.. _facets.Select((facet, index) => CountsOf(facet, filter, choices[index] is null ? matching : Intersection(found, choices, except: index)))]
        };
    }

    private static FacetCounts CountsOf(Facet facet, ListFilter filter, BitSet among) => new(facet.Name,
    [
        .. from value in facet.Values
           let count = value.Value.CountCommon(among)
           let chosen = filter.Has(facet.Name, value.Key)
           where count > 0 || chosen
           orderby count descending, value.Key
           select new FacetCount(value.Key, count, chosen)
    ]);

    private static BitSet Intersection(BitSet found, BitSet?[] choices, int except)
    {
        var result = found.Copy();
        for (var i = 0; i < choices.Length; i++)
        {
            if (i != except && choices[i] is { } choice)
            {
                result.IntersectWith(choice);
            }
        }

        return result;
    }

    private IEnumerable<int> Ordered(ListFilter filter, IReadOnlyList<Guid>? hits) =>
        filter.EffectiveSort == ListShape.BestFirst && hits is not null
            ? hits.Where(_positions.ContainsKey).Select(id => _positions[id])
            : _orders[filter.EffectiveSort];

    private BitSet PositionsOf(IEnumerable<Guid> hits)
    {
        var set = new BitSet(Count);
        foreach (var id in hits)
        {
            if (_positions.TryGetValue(id, out var position))
            {
                set.Add(position);
            }
        }

        return set;
    }
}
