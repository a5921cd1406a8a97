using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Matching.Thesauri;

namespace ScenarioPortal.UnitTests.Matching;

internal static class ThesaurusForTests
{
    public static Thesaurus Small { get; } = new(
    [
        new WordPair(WordRelation.Solves, "跌倒", "毫米波雷达", null),
        new WordPair(WordRelation.Solves, "究生", "视频识别", null),
        new WordPair(WordRelation.Same, "UAV", "无人机", null),
        new WordPair(WordRelation.Solves, "水库", "视频识别", null)
    ]);
}
