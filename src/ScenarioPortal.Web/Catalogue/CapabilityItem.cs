namespace ScenarioPortal.Web.Catalogue;

/// <summary>What the capability list filters and sorts by.</summary>
internal sealed record CapabilityItem
{
    public required Guid Id { get; init; }

    public string? FieldCode { get; init; }

    public string? RegionCode { get; init; }

    public int? Trl { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public static CatalogueList List(IReadOnlyList<CapabilityItem> items, DateOnly today) => new(
        items.Select(i => i.Id),
        [
            Facet.Over(ListShape.Field, items, i => [i.FieldCode ?? ListShape.NotStated]),
            Facet.Over(ListShape.Region, items, i => RegionValues.Of(i.RegionCode)),
            Facet.Over(ListShape.Trl, items, i => [TrlValue(i.Trl)])
        ],
        new Dictionary<string, int[]>
        {
            ["newest"] = DayRotation.Order(items, today, i => -i.PublishedAt.UtcTicks, i => i.Id),
            ["trl"] = DayRotation.Order(items, today, i => -(i.Trl ?? 0), i => i.Id)
        });

    /// <summary>The steps of the path: 技术突破, 场景验证, 产业应用, 体系升级.</summary>
    private static string TrlValue(int? trl) => trl switch
    {
        null => ListShape.NotStated,
        <= 5 => "1-5",
        <= 7 => "6-7",
        8 => "8",
        _ => "9"
    };
}
