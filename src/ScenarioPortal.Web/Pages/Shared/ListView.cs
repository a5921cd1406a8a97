using Microsoft.Extensions.Localization;
using ScenarioPortal.Web.Catalogue;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Localisation;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>The parts around a list that both lists share: filters, pills, the sentence, order, pages. All addresses are made here, once.</summary>
internal sealed record ListView
{
    public required string Path { get; init; }

    public required ListFilter Filter { get; init; }

    public required ListResult Result { get; init; }

    public required IReadOnlyList<FacetGroup> Facets { get; init; }

    public required IReadOnlyList<Pill> Pills { get; init; }

    /// <summary>What is left when one condition is dropped; only filled when nothing was found.</summary>
    public IReadOnlyList<Way> WaysOut { get; init; } = [];

    /// <summary>What a free search finds in this list, as an example in the box.</summary>
    public required string Placeholder { get; init; }

    /// <summary>Whether the list can also be shown as a table.</summary>
    public bool HasTable { get; init; } = true;

    public string Cleared => (Filter.Cleared() with { AsTable = Filter.AsTable }).Href(Path);

    public string AsList => (Filter with { AsTable = false }).Href(Path);

    public string AsTable => (Filter with { AsTable = true }).Href(Path);

    public string PageHref(int page) => (Filter with { Page = page }).Href(Path);

    /// <param name="path">The list's address.</param>
    /// <param name="filter">What was asked for.</param>
    /// <param name="list">The list as it stands.</param>
    /// <param name="hits">What the words found, best first.</param>
    /// <param name="pageSize">How many items a page has.</param>
    /// <param name="placeholder">An example for the search box.</param>
    /// <param name="codes">Names of codes.</param>
    /// <param name="L">The reader's language.</param>
    public static ListView Of(
        string path, ListFilter filter, CatalogueList list, IReadOnlyList<Guid>? hits, int pageSize, string placeholder, CodeBook codes, IStringLocalizer<Texts> L)
    {
        var result = list.Find(filter, hits, pageSize);
        return new ListView
        {
            Path = path,
            Filter = filter,
            Result = result,
            Placeholder = placeholder,
            Facets = [.. result.Facets.Where(f => f.Values.Count > 0 && !filter.IsUnlisted(f.Facet)).Select(f => FacetGroup.Of(f, codes, L))],
            Pills = [.. PillsOf(path, filter, codes, L)],
            WaysOut = result.Total > 0 ? [] : [.. WaysOutOf(path, filter, list, hits, pageSize, codes, L)]
        };
    }

    private static IEnumerable<Pill> PillsOf(string path, ListFilter filter, CodeBook codes, IStringLocalizer<Texts> L)
    {
        if (filter.Words is { } words)
        {
            yield return new Pill(L["“{0}”", words], (filter with { Words = null, Sort = null, Page = 1 }).Href(path));
        }

        foreach (var (facet, values) in filter.Chosen)
        {
            foreach (var value in values)
            {
                yield return new Pill(L.FacetCondition(facet, value, codes), filter.Without(facet, value).Href(path));
            }
        }
    }

    private static IEnumerable<Way> WaysOutOf(
        string path, ListFilter filter, CatalogueList list, IReadOnlyList<Guid>? hits, int pageSize, CodeBook codes, IStringLocalizer<Texts> L)
    {
        if (filter.Words is { } words)
        {
            var rest = filter with { Words = null, Sort = null, Page = 1 };
            yield return new Way(L["“{0}”", words], list.Find(rest, null, pageSize).Total, rest.Href(path));
        }

        foreach (var (facet, values) in filter.Chosen)
        {
            var rest = filter with { Page = 1, Chosen = filter.Chosen.Remove(facet) };
            yield return new Way(L.Joined(values.Select(v => L.FacetCondition(facet, v, codes))), list.Find(rest, hits, pageSize).Total, rest.Href(path));
        }
    }

    /// <summary>A condition that is in force, and the address without it.</summary>
    internal sealed record Pill(string Text, string Href);

    /// <summary>A condition that could be dropped, and what would then be found.</summary>
    internal sealed record Way(string Condition, int Total, string Href);
}
