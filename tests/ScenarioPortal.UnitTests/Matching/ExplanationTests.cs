using CsCheck;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Scoring;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class ExplanationTests
{
    [Fact]
    public void The_purpose_stands_in_the_words_of_both_sides()
    {
        var explanation = Explain(
            new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "守护", Description = "楼里有独居老人。老人摔倒也不知道。" },
            new() { Id = DocumentGen.Identity(2), Revision = 1, Title = "终端", Description = "我公司成立多年；獨居老人摔倒检测，准确。" });

        var purpose = explanation.Reasons[0];

        Assert.Equal(Criterion.Purpose, purpose.Criterion);
        Assert.Equal([(Side.Need, "老人摔倒也不知道"), (Side.Capability, "獨居老人摔倒检测，准确")], purpose.Passages.Select(p => (p.Side, p.Text)));
        Assert.Equal(["老人摔倒", "老人摔倒"], purpose.Passages.SelectMany(Marked));
    }

    [Fact]
    public void A_word_that_no_dictionary_has_is_marked_though_its_characters_are_common()
    {
        var need = new NeedDocument { Id = DocumentGen.Identity(1), Revision = 1, Title = "热线", Description = "去年改派率不低于两成" };
        var capability = new CapabilityDocument { Id = DocumentGen.Identity(2), Revision = 1, Title = "平台", Description = "统计改派率和回访" };
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges
        {
            Needs = [need],
            Capabilities = [capability, .. Enumerable.Range(100, 40).Select(number => capability with
            {
                Id = DocumentGen.Identity(number),
                Title = "系统",
                Description = number % 6 == 0 ? "改造、派单、领率" : "研究"
            })]
        });

        var purpose = matcher.Explain(need, capability).Reasons[0];

        Assert.Equal(["改派率", "改派率"], purpose.Passages.SelectMany(Marked));
    }

    [Fact]
    public void A_mark_does_not_go_across_what_neither_side_counts()
    {
        var explanation = Explain(
            new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "供水、漏损", Description = "" },
            new() { Id = DocumentGen.Identity(2), Revision = 1, Title = "供水、漏损", Description = "" });

        Assert.Equal(["供水", "漏损", "供水", "漏损"], explanation.Reasons[0].Passages.SelectMany(Marked));
    }

    [Fact]
    public void Two_purposes_are_shown_when_the_sides_meet_twice()
    {
        var explanation = Explain(
            new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "供水管网漏损定位", Description = "水库大坝监测。" },
            new() { Id = DocumentGen.Identity(2), Revision = 1, Title = "水库大坝平台", Description = "供水管网漏损识别" });

        var purposes = explanation.Reasons.Where(r => r.Criterion == Criterion.Purpose).ToList();

        Assert.Equal(2, purposes.Count);
        Assert.Equal(4, purposes.SelectMany(p => p.Passages).Select(p => (p.Side, p.Text)).Distinct().Count());
    }

    [Fact]
    public void A_clause_is_shown_once_even_where_it_meets_several()
    {
        var explanation = Explain(
            new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "供水管网漏损定位", Description = "" },
            new() { Id = DocumentGen.Identity(2), Revision = 1, Title = "供水管网漏损平台", Description = "供水管网漏损识别" });

        Assert.Single(explanation.Reasons, r => r.Criterion == Criterion.Purpose);
    }

    [Fact]
    public void An_earlier_project_that_resembles_the_need_is_experience()
    {
        var explanation = Explain(
            new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "森林防火无人机", Description = "" },
            new() { Id = DocumentGen.Identity(2), Revision = 1, Title = "平台", Description = "", Cases = ["某市森林防火无人机"] });

        var experience = Assert.Single(explanation.Reasons, r => r.Criterion == Criterion.Experience);

        Assert.Equal(["某市森林防火无人机"], experience.Values);
    }

    [Fact]
    public void Highlights_are_in_order_apart_and_inside_the_passage()
    {
        Gen.Select(DocumentGen.Need, DocumentGen.Capability).Sample((need, capability) => Explain(need, capability).Reasons
            .SelectMany(r => r.Passages)
            .All(p => p.Highlights.All(h => h.Start >= 0 && h.Length > 0 && h.Start + h.Length <= p.Text.Length)
                && p.Highlights.Zip(p.Highlights.Skip(1)).All(pair => pair.First.Start + pair.First.Length < pair.Second.Start)), iter: 40);
    }

    [Fact]
    public void Passages_are_words_of_their_side()
    {
        Gen.Select(DocumentGen.Need, DocumentGen.Capability).Sample((need, capability) => Explain(need, capability).Reasons
            .SelectMany(r => r.Passages)
            .All(p => Texts(p.Side, need, capability).Any(text => text.Contains(p.Text, StringComparison.Ordinal))), iter: 40);
    }

    [Fact]
    public void A_pair_that_shares_nothing_is_explained_all_the_same()
    {
        var explanation = Explain(
            new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "", Description = "" },
            new() { Id = DocumentGen.Identity(2), Revision = 1, Title = "水库", Description = "" });

        Assert.Equal(ReasonDetail.NoSimilarWords, explanation.Reasons[0].Detail);
        Assert.InRange(explanation.Score, 0, Matcher.ShownFrom);
    }

    [Fact]
    public void One_word_in_common_is_neither_the_same_purpose_nor_proof()
    {
        var explanation = Explain(
            new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "雷达", Description = "" },
            new() { Id = DocumentGen.Identity(2), Revision = 1, Title = "雷达", Description = "平台" });

        Assert.NotEqual(Verdict.Met, explanation.Reasons[0].Verdict);
        Assert.InRange(explanation.Score, 0.1, 0.75);
    }

    [Fact]
    public void Several_words_in_common_are_the_same_purpose()
    {
        var explanation = Explain(
            new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "独居老人跌倒检测毫米波雷达", Description = "" },
            new() { Id = DocumentGen.Identity(2), Revision = 1, Title = "毫米波雷达", Description = "独居老人跌倒检测" });

        Assert.Equal(Verdict.Met, explanation.Reasons[0].Verdict);
        Assert.InRange(explanation.Score, 0.8, 1);
    }

    private static IEnumerable<string> Marked(Passage passage) => passage.Highlights.Select(h => passage.Text.Substring(h.Start, h.Length));

    private static IEnumerable<string> Texts(Side side, NeedDocument need, CapabilityDocument capability) => side == Side.Need
        ? [need.Title, need.Description, .. need.Technologies]
        : [capability.Title, capability.Description, .. capability.Technologies, .. capability.Cases];

    private static MatchExplanation Explain(NeedDocument need, CapabilityDocument capability)
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges
        {
            Needs = [need],
            Capabilities = [capability, .. Enumerable.Range(100, 40).Select(number => capability with
            {
                Id = DocumentGen.Identity(number),
                Title = "系统",
                Description = "研究",
                Technologies = [],
                Cases = []
            })]
        });
        return matcher.Explain(need, capability);
    }
}
