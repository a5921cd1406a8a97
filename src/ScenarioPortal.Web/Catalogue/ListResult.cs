namespace ScenarioPortal.Web.Catalogue;

/// <summary>One page of a list as identities, with the size of the whole and what each facet value would give.</summary>
internal sealed record ListResult
{
    public required int Total { get; init; }

    /// <summary>The page that was really taken: a page beyond the last one becomes the last one.</summary>
    public required int Page { get; init; }

    public required int PageSize { get; init; }

    /// <summary>The items of the page, in their order.</summary>
    public required IReadOnlyList<Guid> Ids { get; init; }

    public required IReadOnlyList<FacetCounts> Facets { get; init; }

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int First => Total == 0 ? 0 : ((Page - 1) * PageSize) + 1;

    public int Last => Math.Min(Page * PageSize, Total);
}

/// <summary>How many items each value of a facet would leave, counted under all other filters.</summary>
internal sealed record FacetCounts(string Facet, IReadOnlyList<FacetCount> Values);

internal readonly record struct FacetCount(string Value, int Count, bool Chosen);
