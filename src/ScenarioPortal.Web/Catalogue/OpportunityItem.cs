using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Scenarios;

namespace ScenarioPortal.Web.Catalogue;

/// <summary>What the opportunity list filters and sorts by.</summary>
internal sealed record OpportunityItem
{
    private const int SmallBudget = 50;
    private const int MiddleBudget = 200;
    private const int LargeBudget = 1000;

    public required Guid Id { get; init; }

    public required OpportunityStatus Status { get; init; }

    public string? FieldCode { get; init; }

    public string? RegionCode { get; init; }

    public Scale? Scale { get; init; }

    public decimal? BudgetMaximum { get; init; }

    public DateOnly? Deadline { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    public bool IsOpen(DateOnly today) => Status is OpportunityStatus.Released && !(Deadline < today);

    public static CatalogueList List(IReadOnlyList<OpportunityItem> items, DateOnly today) => new(
        items.Select(i => i.Id),
        [
            Facet.Over(ListShape.Status, items, i => [i.IsOpen(today) ? "open" : "closed"]),
            Facet.Over(ListShape.Field, items, i => [i.FieldCode ?? ListShape.NotStated]),
            Facet.Over(ListShape.Region, items, i => RegionValues.Of(i.RegionCode)),
            Facet.Over(ListShape.Deadline, items, i => DeadlineValues(i, today)),
            Facet.Over(ListShape.Scale, items, i => [i.Scale?.ToString() ?? ListShape.NotStated]),
            Facet.Over(ListShape.Budget, items, i => [BudgetValue(i.BudgetMaximum)])
        ],
        new Dictionary<string, int[]>
        {
            ["deadline"] = Order(items, today, i => (i.IsOpen(today) ? 0 : 1, i.Deadline ?? DateOnly.MaxValue)),
            ["newest"] = Order(items, today, i => -i.ReleasedAt.UtcTicks),
            ["budget"] = Order(items, today, i => -(i.BudgetMaximum ?? -1))
        });

    private static int[] Order<TKey>(IReadOnlyList<OpportunityItem> items, DateOnly today, Func<OpportunityItem, TKey> key) =>
        DayRotation.Order(items, today, key, i => i.Id);

    private static IEnumerable<string> DeadlineValues(OpportunityItem item, DateOnly today)
    {
        if (item.Deadline is not { } deadline)
        {
            return [ListShape.NotStated];
        }

        var days = deadline.DayNumber - today.DayNumber;
        return days < 0 ? [] : from limit in (int[])[3, 7, 30] where days <= limit select $"{limit}";
    }

    private static string BudgetValue(decimal? budget) => budget switch
    {
        null => ListShape.NotStated,
        < SmallBudget => "0-50",
        < MiddleBudget => "50-200",
        < LargeBudget => "200-1000",
        _ => "1000-"
    };
}
