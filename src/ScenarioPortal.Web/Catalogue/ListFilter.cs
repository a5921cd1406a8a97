using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>What someone asked a list for: words, chosen facet values, order and page. It reads from an address and writes one.</summary>
internal sealed record ListFilter
{
    public const int WordsMaxLength = 200;
    private const int ValueMaxLength = 40;
    public const int ValuesMax = 50;

    private readonly ListShape _shape;

    public ListFilter(ListShape shape) => _shape = shape;

    public string? Words { get; init; }

    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Chosen { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);

    /// <summary>Null is the usual order of the list, or best first when there are words.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public bool AsTable { get; init; }

    /// <summary>Whose part of the list it is, by the name that stands in the address; null is everyone's.</summary>
    public string? Scope { get; init; }

    public string EffectiveSort => Sort ?? (RanksWords ? ListShape.BestFirst : _shape.Sorts[0]);

    /// <summary>What is chosen of facets that the list does not offer.</summary>
    public IEnumerable<(string Facet, string Value)> Unlisted => from chosen in Chosen where _shape.Unlisted.Contains(chosen.Key) from value in chosen.Value select (chosen.Key, value);

    private bool RanksWords => Words is not null && _shape.RanksWords;

    /// <summary>The orders that can be chosen now.</summary>
    public IEnumerable<string> Sorts => RanksWords ? [ListShape.BestFirst, .. _shape.Sorts] : _shape.Sorts;

    /// <summary>Reads what it knows and leaves the rest: an unknown name or value in an address is no error.</summary>
    public static ListFilter From(IQueryCollection query, ListShape shape)
    {
        var words = query["q"].ToString().Trim();
        var sort = query["sort"].ToString();
        return new ListFilter(shape)
        {
            Words = words.Length == 0 ? null : words[..Math.Min(words.Length, WordsMaxLength)],
            Chosen = shape.Facets
                .Select(facet => (facet, values: query[facet].Where(v => v is { Length: > 0 and <= ValueMaxLength }).Take(ValuesMax).ToImmutableSortedSet(StringComparer.Ordinal)!))
                .Where(f => f.values.Count > 0)
                .ToImmutableSortedDictionary(f => f.facet, f => f.values, StringComparer.Ordinal)!,
            Sort = shape.Sorts.Contains(sort) || (sort == ListShape.BestFirst && words.Length > 0 && shape.RanksWords) ? sort : null,
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1,
            AsTable = query["view"] == "table"
        };
    }

    public bool Has(string facet, string value) => Chosen.TryGetValue(facet, out var values) && values.Contains(value);

    public bool IsUnlisted(string facet) => _shape.Unlisted.Contains(facet);

    public ListFilter With(string facet, string value) =>
        this with { Page = 1, Chosen = Chosen.SetItem(facet, Values(facet).Add(value)) };

    public ListFilter Without(string facet, string value)
    {
        var rest = Values(facet).Remove(value);
        return this with { Page = 1, Chosen = rest.Count == 0 ? Chosen.Remove(facet) : Chosen.SetItem(facet, rest) };
    }

    public ListFilter Cleared() => this with { Page = 1, Chosen = Chosen.Clear(), Words = null, Sort = null };

    /// <summary>The address of exactly this view.</summary>
    public string Href(string path)
    {
        var address = new StringBuilder(path, 128);
        var separator = '?';
        Append(Scope ?? "", Scope is null ? null : "true");
        Append("q", Words);
        foreach (var (facet, values) in Chosen)
        {
            foreach (var value in values)
            {
                Append(facet, value);
            }
        }

        Append("sort", Sort);
        Append("view", AsTable ? "table" : null);
        Append("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return address.ToString();

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }
    }

    private ImmutableSortedSet<string> Values(string facet) =>
        Chosen.GetValueOrDefault(facet, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));
}
