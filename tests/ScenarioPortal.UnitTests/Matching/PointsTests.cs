using CsCheck;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.Matching;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

public sealed class PointsTests
{
    [Fact]
    public void The_points_of_all_reasons_are_the_score_to_the_last_digit()
    {
        Gen.Select(DocumentGen.Changes, DocumentGen.Need, DocumentGen.Capability, Gen.Bool).Sample((changes, need, capability, isUnconfirmed) =>
        {
            var matcher = new Matcher(TinyDictionary.Analyzer);
            matcher.Use(ThesaurusForTests.Small);
            matcher.Apply(changes with { Capabilities = [.. changes.Capabilities, capability with { IsUnconfirmed = isUnconfirmed, Credit = isUnconfirmed ? -2.5m : 3 }] });

            var explanation = matcher.Explain(need, matcher.Capability(capability.Id)!);

            Assert.Equal(explanation.Score, (double)explanation.Reasons.Sum(r => r.Points ?? 0));
        }, iter: 200);
    }

    [Fact]
    public void A_condition_that_excludes_tells_what_that_costs()
    {
        var need = new NeedDocument
        {
            Id = DocumentGen.Identity(1),
            Revision = 1,
            Title = "独居老人跌倒检测",
            Description = "毫米波雷达",
            RegionCode = "440305",
            Conditions = [new() { Text = "须在本市注册", Required = true }]
        };
        var near = new CapabilityDocument { Id = DocumentGen.Identity(2), Revision = 1, Title = "独居老人跌倒检测毫米波雷达", Description = "", RegionCode = "440305" };
        var far = near with { Id = DocumentGen.Identity(3), RegionCode = "110101" };
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges { Needs = [need], Capabilities = [near, far] });

        var explanation = matcher.Explain(need, far);

        var condition = Assert.Single(explanation.Reasons, r => r.Criterion == Criterion.Condition);
        var others = (decimal)explanation.Score - condition.Points!.Value;
        Assert.Equal(ReasonDetail.ConditionExcludes, condition.Detail);
        Assert.True(condition.Points < -0.6m * others, $"{condition.Points} of {others}");
    }
}
