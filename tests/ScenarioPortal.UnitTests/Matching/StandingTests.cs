using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class StandingTests
{
    private static readonly NeedDocument Need = new()
    {
        Id = DocumentGen.Identity(1),
        Revision = 1,
        Title = "独居老人跌倒检测",
        Description = "毫米波雷达",
        RegionCode = "440305",
        MinimumTrl = 8,
        Conditions = [new() { Text = "须在本市注册", Required = true }, new() { Text = "具备ISO9001认证", Required = false }]
    };

    private static readonly CapabilityDocument Offer = Capability(2, "110101", 5, ["ISO14001"]) with { IsUnconfirmed = true };

    private static readonly CapabilityDocument[] Rivals = [Capability(3, "440305", 9, ["ISO9001认证"]), Capability(4, "440305", 8, []), Capability(5, "440305", 6, [])];

    [Fact]
    public void What_is_foretold_is_what_happens()
    {
        var (matcher, changed) = (With(Offer), new Dictionary<Criterion, CapabilityDocument>
        {
            [Criterion.Maturity] = Offer with { Revision = 2, Trl = 8 },
            [Criterion.Confirmation] = Offer with { Revision = 2, IsUnconfirmed = false },
            [Criterion.Region] = Offer with { Revision = 2, ServiceRegionCodes = ["440305"] }
        });

        var standing = matcher.Stand(Need, Offer);

        Assert.Equal(matcher.Explain(Need, Offer).Score, standing.Score);
        Assert.Equal(4, standing.Place);
        foreach (var (criterion, then) in changed)
        {
            var foretold = Assert.Single(standing.Improvements, i => i.Criterion == criterion);
            var matches = With(then).CapabilitiesFor(Need, 10);
            Assert.Equal(matches.Single(m => m.Id == Offer.Id).Score, foretold.Score);
            Assert.Equal(1 + matches.Count(m => m.Score > foretold.Score), foretold.Place);
        }
    }

    [Fact]
    public void The_condition_that_excludes_moves_most_and_names_itself()
    {
        var best = With(Offer).Stand(Need, Offer).Improvements[0];

        Assert.Equal((Criterion.Condition, ReasonDetail.ConditionExcludes, "须在本市注册"), (best.Criterion, best.Detail, best.What));
    }

    [Fact]
    public void A_certificate_that_is_asked_for_moves_up_and_what_is_met_is_not_mentioned()
    {
        var (matcher, first) = (With(Offer), Rivals[0]);

        Assert.Contains(matcher.Stand(Need, Rivals[1]).Improvements, i => i.What == "具备ISO9001认证" && i.Place <= 2);
        Assert.DoesNotContain(matcher.Stand(Need, first).Improvements, i => i.Criterion is Criterion.Condition or Criterion.Maturity);
        Assert.Equal(1, matcher.Stand(Need, first).Place);
    }

    private static Matcher With(CapabilityDocument offer)
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges { Needs = [Need], Capabilities = [offer, .. Rivals] });
        return matcher;
    }

    private static CapabilityDocument Capability(int number, string region, int level, string[] certificates) => new()
    {
        Id = DocumentGen.Identity(number),
        Revision = 1,
        Title = "独居老人跌倒检测毫米波雷达",
        Description = "",
        RegionCode = region,
        Trl = level,
        Certificates = certificates
    };
}
