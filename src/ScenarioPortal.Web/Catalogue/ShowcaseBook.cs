using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Showcases;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>The released showcases as one list. There are as many as verified pairings that both sides want to tell of: few enough to be read for each request.</summary>
internal sealed class ShowcaseBook
{
    private readonly IReadOnlyList<Item> _items;

    private ShowcaseBook(IReadOnlyList<Item> items, DateOnly today)
    {
        _items = items;
        List = new CatalogueList(
            items.Select(i => i.Id),
            [Facet.Over(ListShape.Field, items, i => [i.FieldCode ?? ListShape.NotStated]), Facet.Over(ListShape.Region, items, i => RegionValues.Of(i.RegionCode))],
            new Dictionary<string, int[]> { ["newest"] = DayRotation.Order(items, today, i => -i.ReleasedAt.UtcTicks, i => i.Id) });
    }

    public CatalogueList List { get; }

    public static async Task<ShowcaseBook> ReadAsync(PortalDbContext db, DateOnly today, CancellationToken cancellation) => new(await db.Showcases.Public()
        .Select(s => new Item
        {
            Id = s.Id,
            Number = s.Number!,
            Title = s.Title,
            Publisher = db.Organisations.Where(o => o.Id == s.PublisherId).Select(o => o.Name).First(),
            Company = db.Organisations.Where(o => o.Id == s.CompanyId).Select(o => o.Name).First(),
            Need = db.Pairings.Where(p => p.Id == s.PairingId).Select(p => p.NeedTitle).FirstOrDefault(),
            Capability = db.Pairings.Where(p => p.Id == s.PairingId).Select(p => p.CapabilityTitle).FirstOrDefault(),
            FieldCode = s.FieldCode,
            RegionCode = s.RegionCode,
            ReleasedAt = s.ReleasedAt!.Value
        }).ToListAsync(cancellation), today);

    /// <summary>What words leave; null when there are none.</summary>
    public IReadOnlyList<Guid>? Hits(ListFilter filter)
    {
        var words = filter.Words?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return words.Length == 0 ? null : [.. _items.Where(i => words.All(i.Speaks)).Select(i => i.Id)];
    }

    private sealed record Item
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required string Title { get; init; }

        public required string Publisher { get; init; }

        public required string Company { get; init; }

        public string? Need { get; init; }

        public string? Capability { get; init; }

        public string? FieldCode { get; init; }

        public string? RegionCode { get; init; }

        public required DateTimeOffset ReleasedAt { get; init; }

        public bool Speaks(string word) =>
            new[] { Number, Title, Publisher, Company, Need, Capability }.Any(t => t?.Contains(word, StringComparison.OrdinalIgnoreCase) is true);
    }
}
