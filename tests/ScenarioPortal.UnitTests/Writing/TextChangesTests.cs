using ScenarioPortal.Web.Writing;
using Xunit;

namespace ScenarioPortal.UnitTests.Writing;

public sealed class TextChangesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("夜间巡查", "夜间巡查")]
    [InlineData("夜间巡查", "夜间无人巡查，每年 41 次")]
    [InlineData("TRL 7 样机", "TRL 8 定型")]
    [InlineData("全部删掉", "")]
    [InlineData("", "全新的😀字")]
    public void What_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(string before, string after)
    {
        var changes = TextChanges.Between(before, after);

        Assert.Equal(before, string.Concat(changes.Where(c => c.Change is not Change.Came).Select(c => c.Text)));
        Assert.Equal(after, string.Concat(changes.Where(c => c.Change is not Change.Went).Select(c => c.Text)));
    }

    [Fact]
    public void Only_what_differs_is_marked() => Assert.Equal(
        [(Change.Stayed, "夜间"), (Change.Came, "无人"), (Change.Stayed, "巡查")],
        TextChanges.Between("夜间巡查", "夜间无人巡查"));

    [Fact]
    public void A_number_changes_whole() => Assert.Equal(
        [(Change.Stayed, "每年 "), (Change.Went, "141"), (Change.Came, "142"), (Change.Stayed, " 次")],
        TextChanges.Between("每年 141 次", "每年 142 次"));
}
