using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ScenarioPortal.Web.Catalogue;
using Xunit;

namespace ScenarioPortal.UnitTests.Catalogue;

public sealed class ListFilterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?q=%E6%B2%B3%E9%81%93%20%26%20a%3Db&field=care&field=water&sort=newest&view=table&page=3")]
    [InlineData("?region=990102&status=open")]
    public void An_address_gives_back_the_view_it_was_written_for(string address) => Assert.Equal($"/x{address}", Filter(address).Href("/x"));

    [Fact]
    public void What_is_unknown_in_an_address_is_left_out() =>
        Assert.Equal("/x?field=care", Filter("?field=care&colour=red&sort=price&page=-2&page=x&view=cards").Href("/x"));

    [Fact]
    public void Choosing_and_dropping_a_value_leads_back_to_page_one()
    {
        var filter = Filter("?field=care&page=4");

        Assert.Equal("/x?field=care&field=water", filter.With("field", "water").Href("/x"));
        Assert.Equal("/x", filter.Without("field", "care").Href("/x"));
    }

    [Fact]
    public void Words_are_ordered_best_first_until_another_order_is_chosen()
    {
        Assert.Equal(ListShape.BestFirst, Filter("?q=河道").EffectiveSort);
        Assert.Equal("newest", Filter("?q=河道&sort=newest").EffectiveSort);
        Assert.Equal("deadline", Filter("?sort=fit").EffectiveSort);
    }

    [Fact]
    public void Whose_part_it_is_stays_in_every_address_and_words_that_only_filter_keep_the_order()
    {
        var filter = ListFilter.From(new QueryCollection(QueryHelpers.ParseQuery("?q=河道&step=Engaged&stuck=yes&sort=fit")), ListShape.Pairings) with { Scope = ListShape.Mine };

        Assert.Equal("/x?mine=true&q=%E6%B2%B3%E9%81%93&step=Engaged&stuck=yes", filter.Href("/x"));
        Assert.Equal("/x?mine=true", filter.Cleared().Href("/x"));
        Assert.Equal("moved", filter.EffectiveSort);
        Assert.Equal([(ListShape.Stuck, "yes")], filter.Unlisted);
    }

    private static ListFilter Filter(string address) => ListFilter.From(new QueryCollection(QueryHelpers.ParseQuery(address)), ListShape.Opportunities);
}
