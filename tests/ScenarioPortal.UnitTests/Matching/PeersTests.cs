using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Scoring;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class PeersTests
{
    private static readonly NeedDocument Need = new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "独居老人跌倒检测", Description = "" };

    private static readonly CapabilityDocument Full = Capability(1, "独居老人跌倒检测毫米波雷达ZX");
    private static readonly CapabilityDocument Like = Capability(2, "跌倒毫米波雷达ZX");
    private static readonly CapabilityDocument Unlike = Capability(3, "跌倒供水管网QY");

    private static readonly CapabilityDocument[] Offers =
        [Full, Like, Unlike, Capability(4, "水库大坝QY"), .. Enumerable.Range(10, 60).Select(number => Capability(number, number % 2 == 0 ? "平台系统" : "无人机灭火"))];

    [Fact]
    public void Who_is_like_a_good_fit_stands_before_who_is_not()
    {
        var matcher = With(Offers);

        var (like, unlike) = (matcher.Explain(Need, Like), matcher.Explain(Need, Unlike));

        Assert.True(Points(like) > 0);
        Assert.True(Points(like) > Points(unlike));
        Assert.True(like.Score > unlike.Score);
    }

    [Fact]
    public void Who_has_no_likes_stands_for_itself()
    {
        var matcher = With([Full, .. Offers.Skip(3)]);

        Assert.Equal(0, Points(matcher.Explain(Need, Full)));
    }

    [Fact]
    public void A_draft_is_judged_beside_the_others_and_not_beside_its_own_published_text()
    {
        var matcher = With(Offers);

        Assert.Equal(Points(matcher.Explain(Need, Like with { Revision = 2 })), Points(matcher.Explain(Need, Like)));
    }

    private static decimal Points(MatchExplanation explanation) => explanation.Reasons.Where(r => r.Criterion == Criterion.Peers).Sum(r => r.Points ?? 0);

    private static Matcher With(IReadOnlyList<CapabilityDocument> offers)
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges { Capabilities = offers });
        return matcher;
    }

    private static CapabilityDocument Capability(int number, string title) => new() { Id = DocumentGen.Identity(number), Revision = 1, Title = title, Description = "" };
}
