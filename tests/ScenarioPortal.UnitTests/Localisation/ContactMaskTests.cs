using ScenarioPortal.Web.Localisation;
using Xunit;

namespace ScenarioPortal.UnitTests.Localisation;

public sealed class ContactMaskTests
{
    [Theory]
    [InlineData("林女士 0000-1234567", "林女士 0000-12****7")]
    [InlineData("13812345678", "138123****8")]
    [InlineData("张三丰，0755-23456789", "张**，0755-234****9")]
    [InlineData("王科长 lin.wang@example.cn", "王科长 l***@example.cn")]
    [InlineData("示范市水务局", "示范市水务局")]
    [InlineData("水务局 0000-7703325", "水务局 0000-77****5")]
    public void Visitors_see_no_full_name_and_no_full_number(string contact, string masked) =>
        Assert.Equal(masked, ContactMask.Masked(contact));
}
