using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Scoring;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>What a matcher says of the same lists under other weights.</summary>
public sealed class OtherWeightsTests
{
    private const int All = 100;

    private static readonly NeedDocument Need = new() { Id = DocumentGen.Identity(1), Revision = 1, Title = "独居老人跌倒检测", Description = "", Field = "养老" };

    private static readonly CapabilityDocument[] Offers =
        [Capability(1, "独居老人跌倒检测毫米波雷达", "工业"), Capability(2, "老人平台", "养老"), Capability(3, "供水管网", "水利")];

    [Fact]
    public void The_same_weights_say_the_same()
    {
        var matcher = Filled();

        Assert.Equal(matcher.CapabilitiesFor(Need, All), matcher.With(MatchWeights.Shipped).CapabilitiesFor(Need, All));
    }

    [Fact]
    public void Other_weights_say_other_things_and_leave_the_matcher_as_it_was()
    {
        var matcher = Filled();
        var before = matcher.CapabilitiesFor(Need, All);

        var other = matcher.With(FieldAt("10")).CapabilitiesFor(Need, All);

        Assert.NotEqual(before, other);
        Assert.Equal(DocumentGen.Identity(2), other[0].Id);
        Assert.Equal(before, matcher.CapabilitiesFor(Need, All));
    }

    [Fact]
    public void What_is_taken_in_later_reaches_the_matcher_and_not_the_comparison()
    {
        var matcher = Filled();
        var other = matcher.With(MatchWeights.Shipped);
        var before = other.CapabilitiesFor(Need, All);

        matcher.Apply(new MatcherChanges { Capabilities = [Capability(4, "独居老人跌倒检测", "养老")], RemovedCapabilities = [DocumentGen.Identity(1)] });

        Assert.Equal(before, other.CapabilitiesFor(Need, All));
        Assert.Equal(DocumentGen.Identity(4), matcher.CapabilitiesFor(Need, All)[0].Id);
        Assert.Throws<InvalidOperationException>(() => other.Apply(new MatcherChanges { RemovedCapabilities = [DocumentGen.Identity(2)] }));
    }

    private static MatchWeights FieldAt(string value) => MatchWeights.Load(new StringReader(
        MatchWeights.Shipped.ToText().Replace("\nfield,0,0.3,", $"\nfield,0,{value},", StringComparison.Ordinal)));

    private static Matcher Filled()
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges { Needs = [Need], Capabilities = Offers });
        return matcher;
    }

    private static CapabilityDocument Capability(int number, string title, string field) =>
        new() { Id = DocumentGen.Identity(number), Revision = 1, Title = title, Description = "", Field = field };
}
