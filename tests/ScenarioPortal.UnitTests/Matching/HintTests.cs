using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Thesauri;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class HintTests
{
    private static readonly CapabilityDocument[] Offers =
    [
        Capability(1, "毫米波雷达"), Capability(2, "视频识别"), Capability(3, "无人机"),
        .. Enumerable.Range(10, 40).Select(number => Capability(number, number % 2 == 0 ? "平台系统" : "供水管网"))
    ];

    [Fact]
    public void The_thesaurus_finds_what_shares_no_word_and_says_by_which_words()
    {
        var (with, without) = (Matcher(ThesaurusForTests.Small), Matcher(Thesaurus.Empty));
        var need = Need("老人在家跌倒");

        var reason = Assert.Single(with.Explain(need, Offers[0]).Reasons, r => r.Criterion == Criterion.Thesaurus);

        Assert.Equal(DocumentGen.Identity(1), with.CapabilitiesFor(need, 1)[0].Id);
        Assert.Equal(["跌倒", "毫米波雷达"], reason.Values);
        Assert.True(reason.Points > 0);
        Assert.DoesNotContain(without.CapabilitiesFor(need, 10), m => m.Id == DocumentGen.Identity(1));
    }

    [Theory]
    [InlineData("UAV巡查", true)]
    [InlineData("uav", true)]
    [InlineData("QUAVX型", false)]
    public void Letters_count_as_a_whole(string text, bool found) => Assert.Equal(found, Finds(text, 3));

    [Theory]
    [InlineData("水库", true)]
    [InlineData("研究生", false)]
    public void A_word_inside_another_is_another(string text, bool found) => Assert.Equal(found, Finds(text, 2));

    [Fact]
    public void Synonyms_lead_both_ways_and_solutions_do_not_lead_back_to_troubles()
    {
        var matcher = Matcher(ThesaurusForTests.Small);
        matcher.Apply(new MatcherChanges { Capabilities = [Capability(4, "UAV"), Capability(5, "跌倒")] });

        Assert.Contains(matcher.Explain(Need("无人机"), Capability(4, "UAV")).Reasons, r => r.Criterion == Criterion.Thesaurus);
        Assert.DoesNotContain(matcher.Explain(Need("毫米波雷达"), Capability(5, "跌倒")).Reasons, r => r.Criterion == Criterion.Thesaurus);
    }

    [Fact]
    public void What_only_the_thesaurus_joins_is_found_from_both_sides_with_one_score()
    {
        var matcher = Matcher(ThesaurusForTests.Small);
        var need = Need("老人在家跌倒");
        matcher.Apply(new MatcherChanges { Needs = [need, Need("灭火") with { Id = DocumentGen.Identity(2) }] });

        var found = Assert.Single(matcher.NeedsFor(Offers[0], 10));

        Assert.Equal(need.Id, found.Id);
        Assert.Equal(matcher.CapabilitiesFor(need, 1)[0] with { Id = need.Id }, found);
        Assert.Empty(matcher.NeedsFor(Offers[1], 10));
    }

    [Fact]
    public void A_word_inside_another_leads_nowhere_from_the_other_side_either()
    {
        var matcher = Matcher(ThesaurusForTests.Small);

        matcher.Apply(new MatcherChanges { Needs = [Need("研究生")] });

        Assert.Empty(matcher.NeedsFor(Offers[1], 10));
    }

    private static bool Finds(string text, int number) => Matcher(ThesaurusForTests.Small)
        .Explain(Need(text), Offers.Single(o => o.Id == DocumentGen.Identity(number))).Reasons.Any(r => r.Criterion == Criterion.Thesaurus);

    private static Matcher Matcher(Thesaurus thesaurus)
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges { Capabilities = Offers });
        matcher.Use(thesaurus);
        return matcher;
    }

    private static NeedDocument Need(string title) => new() { Id = DocumentGen.Identity(1), Revision = 1, Title = title, Description = "" };

    private static CapabilityDocument Capability(int number, string title) => new() { Id = DocumentGen.Identity(number), Revision = 1, Title = title, Description = "" };
}
