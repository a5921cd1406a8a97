using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Market;
using Xunit;

namespace ScenarioPortal.UnitTests.Pages;

public sealed class GapTableTests
{
    private static readonly CodeBook Codes = new(
        [
            new Region("440000", "广东省", null), new Region("440300", "深圳市", "440000"), new Region("440305", "南山区", "440300"), new Region("440307", "龙岗区", "440300"),
            new Region("440100", "广州市", "440000"), new Region("510000", "四川省", null)
        ],
        [new Field("water", "智慧水利", "Smart water", "行业", "Sector", 2, []), new Field("care", "养老", "Care", "民生", "Life", 1, [])], []);

    [Fact]
    public void Provinces_stand_side_by_side_until_one_is_opened()
    {
        GapReader.Count[] counts = [Needs("water", "440305", 2), Needs("water", "440100", 1), Needs("care", "510000", 1), Offers("care", null, 3)];

        var country = GapTable.Of(counts, null, Codes);
        var province = GapTable.Of(counts, "440000", Codes);

        Assert.Equal(["440000", "510000", "none"], country.Columns.Select(c => c.Key));
        Assert.Equal(["care", "water"], country.Fields);
        Assert.Equal(new GapTable.Cell(3, 0), country["water", country.Columns[0]]);
        Assert.Equal(new GapTable.Cell(0, 3), country["care", country.Columns[2]]);
        Assert.Equal(["440100", "440300"], province.Columns.Select(c => c.Key));
        Assert.Equal(new GapTable.Cell(2, 0), province["water", province.Columns[1]]);
        Assert.True(province.Columns[1].HasParts);
    }

    [Fact]
    public void Where_all_lies_in_one_city_its_districts_stand_there_and_the_city_itself_where_something_names_only_that()
    {
        Assert.Equal(["440305", "440307"], GapTable.Of([Needs("water", "440305", 1), Offers("water", "440307", 1)], null, Codes).Columns.Select(c => c.Key));

        var mixed = GapTable.Of([Needs("water", "440305", 1), Needs("water", "440300", 1)], "440300", Codes);

        Assert.Equal([("440300", true), ("440305", false)], mixed.Columns.Select(c => (c.Key, c.IsExact)));
    }

    [Fact]
    public void Where_nothing_is_lacking_there_are_no_rows() =>
        Assert.Empty(GapTable.Of([new GapReader.Count { IsNeed = true, FieldCode = "water", RegionCode = "440305", All = 5, Lacking = 0 }], null, Codes).Fields);

    private static GapReader.Count Needs(string field, string? region, int lacking) => new() { IsNeed = true, FieldCode = field, RegionCode = region, All = lacking + 1, Lacking = lacking };

    private static GapReader.Count Offers(string field, string? region, int lacking) => Needs(field, region, lacking) with { IsNeed = false };
}
