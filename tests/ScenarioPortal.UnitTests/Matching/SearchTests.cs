using ScenarioPortal.Matching;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class SearchTests
{
    private static readonly Matcher Matcher = Filled();

    [Theory]
    [InlineData("无人机 灭火", 1)]
    [InlineData("無人機", 1)]
    [InlineData("深圳示例科技", 2)]
    [InlineData("2026-01-供-002", 2)]
    [InlineData("供水管网漏损定位平台", 3)]
    [InlineData("3000", 3)]
    public void Words_names_numbers_and_titles_are_found_first(string words, int number)
    {
        Assert.Equal(DocumentGen.Identity(number), Matcher.SearchCapabilities(words, 10)[0].Id);
    }

    [Fact]
    public void What_has_only_one_of_several_words_comes_after_what_has_all()
    {
        var hits = Matcher.SearchCapabilities("无人机 检测", 10);

        Assert.Equal([DocumentGen.Identity(4), DocumentGen.Identity(1)], hits.Take(2).Select(h => h.Id));
        Assert.True(hits[0].Score > 2 * hits[1].Score);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ，")]
    [InlineData("量子计算")]
    public void Nothing_is_found_for_words_that_nothing_has(string words)
    {
        Assert.Empty(Matcher.SearchCapabilities(words, 10));
    }

    [Fact]
    public void The_whole_title_is_a_full_hit_and_scores_stay_within_one()
    {
        var hit = Matcher.SearchCapabilities("毫米波雷达跌倒检测", 1)[0];

        Assert.Equal(1, hit.Score, precision: 6);
    }

    [Fact]
    public void Names_and_numbers_take_no_part_in_matching()
    {
        var need = new NeedDocument
        {
            Id = DocumentGen.Identity(1),
            Revision = 1,
            Title = "深圳示例",
            Description = "2026 3000",
            Keywords = "深圳示例科技"
        };

        Assert.Empty(Matcher.CapabilitiesFor(need, 10));
    }

    [Fact]
    public void Needs_are_searched_too_and_only_those_that_pass_the_filter()
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges { Needs = [Need(1, "水利"), Need(2, null)] });

        Assert.Equal(2, matcher.SearchNeeds("水务局", 10).Count);
        Assert.Equal([DocumentGen.Identity(2)], matcher.SearchNeeds("水务局", 10, n => n.Field is null).Select(h => h.Id));

        static NeedDocument Need(int number, string? field) =>
            new() { Id = DocumentGen.Identity(number), Revision = 1, Title = "大坝", Description = "", Field = field, Keywords = "某市水务局" };
    }

    private static Matcher Filled()
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges
        {
            Capabilities =
            [
                Capability(1, "森林防火无人机", "直升机灭火", "北京甲公司 2026-01-供-001"),
                Capability(2, "毫米波雷达跌倒检测", "独居老人", "深圳示例科技有限公司 2026-01-供-002"),
                Capability(3, "供水管网漏损定位平台", "已测 3000 公里", "上海乙公司 2026-01-供-003"),
                Capability(4, "视频识别", "无人机巡河，检测漂浮物", "杭州丙公司 2026-01-供-004")
            ]
        });
        return matcher;
    }

    private static CapabilityDocument Capability(int number, string title, string description, string keywords) =>
        new() { Id = DocumentGen.Identity(number), Revision = 1, Title = title, Description = description, Keywords = keywords };
}
