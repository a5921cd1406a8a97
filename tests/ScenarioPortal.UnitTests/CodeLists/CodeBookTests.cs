using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Web.CodeLists;
using Xunit;

namespace ScenarioPortal.UnitTests.CodeLists;

public sealed class CodeBookTests
{
    private static readonly CodeBook Codes = new(
        [
            new Region("440000", "广东省", null),
            new Region("440300", "深圳市", "440000"),
            new Region("440307", "龙岗区", "440300"),
            new Region("442000", "中山市", "440000"),
            new Region("320000", "江苏省", null),
            new Region("320100", "南京市", "320000"),
            new Region("320106", "鼓楼区", "320100"),
            new Region("350000", "福建省", null),
            new Region("350100", "福州市", "350000"),
            new Region("350102", "鼓楼区", "350100"),
            new Region("110000", "北京市", null),
            new Region("110108", "海淀区", "110000")
        ],
        [new Field("water", "智慧水利", "Smart water", "行业", "Sector", 1, ["水利", "水务"])],
        []);

    [Theory]
    [InlineData("440307", "440307")]
    [InlineData("龙岗区", "440307")]
    [InlineData("深圳市龙岗区", "440307")]
    [InlineData("广东省深圳市龙岗区", "440307")]
    [InlineData("深圳龙岗区", "440307")]
    [InlineData("深圳", "440300")]
    [InlineData("北京市海淀区", "110108")]
    [InlineData("福州市鼓楼区", "350102")]
    [InlineData("龙岗区民政局", "440307")]
    [InlineData("位于龙岗区的三个街道", "440307")]
    public void A_region_is_understood_from_what_lists_say(string text, string code) => Assert.Equal(code, Codes.RegionMeantBy(text)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("全市")]
    [InlineData("鼓楼区")]
    [InlineData("中山公园周边")]
    [InlineData("999999")]
    public void What_is_not_clear_is_not_guessed(string? text) => Assert.Null(Codes.RegionMeantBy(text));

    [Fact]
    public void A_shared_district_name_means_the_one_in_the_city_at_hand() =>
        Assert.Equal("320106", Codes.RegionMeantBy("鼓楼区", near: "320100")?.Code);

    [Theory]
    [InlineData("440307", "深圳市龙岗区")]
    [InlineData("110108", "北京市海淀区")]
    [InlineData("440300", "深圳市")]
    public void A_district_is_named_with_its_city(string code, string name) => Assert.Equal(name, Codes.RegionName(code));

    [Theory]
    [InlineData("水务")]
    [InlineData(" 智慧水利 ")]
    public void A_field_is_known_by_its_name_and_aliases(string text) => Assert.Equal("water", Codes.FieldMeantBy(text)?.Code);
}
