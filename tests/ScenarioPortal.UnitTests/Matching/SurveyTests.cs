using ScenarioPortal.Matching;
using Xunit;

namespace ScenarioPortal.UnitTests.Matching;

/// <summary>What required conditions do to the matches of a need is counted, not guessed.</summary>
public sealed class SurveyTests
{
    private static readonly MatchCondition Local = new() { Text = "须在本市注册", Required = true };
    private static readonly MatchCondition Mature = new() { Text = "TRL≥7", Required = true };
    private static readonly MatchCondition Wish = new() { Text = "TRL≥9", Required = false };

    private static readonly NeedDocument Need = new()
    {
        Id = DocumentGen.Identity(1),
        Revision = 1,
        Title = "森林防火无人机",
        Description = "森林防火灭火，无人机巡查，独居老人摔倒检测",
        RegionCode = "440305",
        Conditions = [Local, Mature, Wish]
    };

    [Fact]
    public void Without_a_condition_as_many_fit_as_a_need_without_it_finds()
    {
        var matcher = Filled();

        var survey = matcher.Survey(Need, 5);

        Assert.Equal(matcher.CapabilitiesFor(Need, 5), survey.Best);
        Assert.Equal(Fitting(matcher, Need), survey.Fitting);
        Assert.Equal([Local.Text, Mature.Text], survey.Conditions.Select(c => c.Text));
        Assert.All(survey.Conditions, c => Assert.Equal(Fitting(matcher, Need with { Conditions = [.. Need.Conditions.Where(o => o.Text != c.Text)] }), c.FittingWithout));
    }

    [Fact]
    public void Whoever_fails_two_conditions_is_removed_by_both_and_counted_once()
    {
        var survey = Filled().Survey(Need, 5);

        Assert.Equal((1, 3), (survey.Fitting, survey.Excluded));
        Assert.Equal([(2, 2), (2, 2)], survey.Conditions.Select(c => (c.Removes, c.FittingWithout)));
    }

    [Fact]
    public void Where_nothing_is_required_nothing_is_removed()
    {
        var survey = Filled().Survey(Need with { Conditions = [Wish] }, 5);

        Assert.Equal((4, 0, 0), (survey.Fitting, survey.Excluded, survey.Conditions.Count));
    }

    private static int Fitting(Matcher matcher, NeedDocument need) => matcher.CapabilitiesFor(need, 100).Count(m => m.Score >= Matcher.ShownFrom);

    /// <summary>Of four that say the same as the need, one fits, one is from elsewhere, one is not mature, one is neither; a hundred say something else.</summary>
    private static Matcher Filled()
    {
        var matcher = new Matcher(TinyDictionary.Analyzer);
        matcher.Apply(new MatcherChanges
        {
            Capabilities =
            [
                Alike(2, "440300", 8), Alike(3, "110101", 8), Alike(4, "440300", 5), Alike(5, "110101", 5),
                .. Enumerable.Range(10, 100).Select(i => new CapabilityDocument { Id = DocumentGen.Identity(i), Revision = 1, Title = $"标线{i}", Description = "道路标线施工，保用三年" })
            ]
        });
        return matcher;
    }

    private static CapabilityDocument Alike(int number, string region, int trl) =>
        new() { Id = DocumentGen.Identity(number), Revision = 1, Title = Need.Title, Description = Need.Description, RegionCode = region, Trl = trl };
}
