using CsCheck;
using Microsoft.AspNetCore.Http;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Web.Catalogue;
using Xunit;

namespace ScenarioPortal.UnitTests.Catalogue;

public sealed class CatalogueListTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);

    private static readonly Gen<OpportunityItem[]> SomeItems = Gen.Select(
        Gen.Enum<OpportunityStatus>().Where(s => s is OpportunityStatus.Released or OpportunityStatus.Closed),
        Gen.OneOfConst("water", "care", "transport", null),
        Gen.OneOfConst("990102", "990103", "990100", null),
        Gen.Int[-5, 40],
        (status, field, region, days) => new OpportunityItem
        {
            Id = Guid.CreateVersion7(),
            Status = status,
            FieldCode = field,
            RegionCode = region,
            Deadline = days < 0 ? null : Today.AddDays(days - 5),
            ReleasedAt = DateTimeOffset.UnixEpoch.AddDays(days)
        }).Array[0, 150];

    private static readonly Gen<string> SomeQuery = Gen.OneOfConst(
        "", "field=water", "field=water&field=none", "status=open&region=990100", "status=closed&deadline=7&field=care", "region=990102&region=990103&deadline=30");

    [Fact]
    public void A_count_says_exactly_what_choosing_that_value_alone_would_leave() => Gen.Select(SomeItems, SomeQuery).Sample((items, query) =>
    {
        var list = OpportunityItem.List(items, Today);
        var filter = Filter(query);
        foreach (var facet in list.Find(filter, null, 20).Facets)
        {
            var without = filter with { Chosen = filter.Chosen.Remove(facet.Facet) };
            foreach (var value in facet.Values)
            {
                Assert.Equal(value.Count, list.Find(without.With(facet.Facet, value.Value), null, 20).Total);
            }
        }
    }, iter: 60);

    [Fact]
    public void The_pages_together_hold_every_item_once_and_in_one_order() => Gen.Select(SomeItems, SomeQuery).Sample((items, query) =>
    {
        var list = OpportunityItem.List(items, Today);
        var whole = list.Find(Filter(query), null, 1000);

        var pages = Enumerable.Range(1, Math.Max(1, (whole.Total + 6) / 7)).SelectMany(p => list.Find(Filter(query) with { Page = p }, null, 7).Ids).ToArray();

        Assert.Equal(whole.Ids, pages);
        Assert.Equal(whole.Total, pages.Distinct().Count());
    }, iter: 60);

    [Fact]
    public void A_page_beyond_the_last_one_is_the_last_one()
    {
        var list = OpportunityItem.List([Item(), Item(), Item()], Today);

        var result = list.Find(Filter("page=99"), null, 2);

        Assert.Equal((2, 3, 3), (result.Page, result.First, result.Last));
    }

    [Fact]
    public void Hits_stand_in_their_order_and_only_they_are_counted()
    {
        var items = new[] { Item(), Item(), Item() };
        var list = OpportunityItem.List(items, Today);

        var result = list.Find(Filter("q=河道"), [items[2].Id, Guid.CreateVersion7(), items[0].Id], 20);

        Assert.Equal([items[2].Id, items[0].Id], result.Ids);
        Assert.Equal(2, result.Facets.Single(f => f.Facet == ListShape.Status).Values.Sum(v => v.Count));
    }

    [Fact]
    public void Equal_items_are_rotated_from_day_to_day()
    {
        var items = Enumerable.Range(0, 30).Select(_ => Item()).ToArray();

        var orders = Enumerable.Range(0, 3).Select(d => OpportunityItem.List(items, Today.AddDays(d)).Find(Filter(""), null, 30).Ids).ToArray();

        Assert.NotEqual(orders[0], orders[1]);
        Assert.NotEqual(orders[1], orders[2]);
        Assert.Equal(orders[0], OpportunityItem.List(items, Today).Find(Filter(""), null, 30).Ids);
    }

    [Fact]
    public void A_district_is_found_under_its_city_too()
    {
        var list = OpportunityItem.List([Item() with { RegionCode = "990102" }], Today);

        Assert.Equal(1, list.Find(Filter("region=990100"), null, 20).Total);
    }

    private static OpportunityItem Item() => new()
    {
        Id = Guid.CreateVersion7(),
        Status = OpportunityStatus.Released,
        ReleasedAt = DateTimeOffset.UnixEpoch
    };

    private static ListFilter Filter(string query) =>
        ListFilter.From(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)), ListShape.Opportunities);
}
