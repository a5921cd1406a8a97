using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.UnitTests.Exchange.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Exchange;

public sealed class JsonLinesTests
{
    [Fact]
    public async Task A_need_has_the_fields_of_the_contract()
    {
        var outcome = await Sent.NeedsAsync("""
            {"id":"N1","title":"山上冒烟","publisher":"市林业局","region":{"code":"530800","name":"云南省普洱市"},"field":"应急管理","kind":"高价值小切口","description":"要早发现。","required_tech":["红外、可见光双光","雷达"],"budget_wan":1200,"deadline":"2027-03-01","acceptance_criteria":"10分钟内","style":"mixed","weights":[1,2]}
            """, "needs.jsonl");

        var row = Assert.Single(outcome.Rows);
        Assert.Equal(("N1", "山上冒烟", "市林业局", "要早发现。"), (row.ExternalId, row.Title, row.Publisher, row.Description));
        Assert.Equal(new RegionText { Code = "530800", Name = "云南省普洱市" }, row.Region);
        Assert.Equal(("应急管理", "高价值小切口", "10分钟内"), (row.Field, row.Kind, row.AcceptanceCriteria));
        Assert.Equal(["红外、可见光双光", "雷达"], row.RequiredTech);
        Assert.Equal((Budget.Exactly(1200), new DateOnly(2027, 3, 1)), (row.Budget, row.Deadline));
        Assert.Equal(["mixed", "1\n2"], [row.Other["style"], row.Other["weights"]]);
        Assert.Empty(outcome.Remarks);
    }

    [Fact]
    public async Task A_capability_has_the_fields_of_the_contract()
    {
        var outcome = await Sent.OffersAsync("""
            {"id":"C1","company":{"name":"示例企业","code":"91330100799655058B"},"region":"440307","field":"水利","title":"无人船","description":"打捞蓝藻。","tech":["水面保洁"],"cases":["龙岗河，试用","东江"],"trl":9}
            """);

        var row = Assert.Single(outcome.Rows);
        Assert.Equal(("示例企业", "91330100799655058B", 9), (row.Company, row.CompanyCode, row.Trl));
        Assert.Equal(new RegionText { Code = "440307" }, row.Region);
        Assert.Equal(["龙岗河，试用", "东江"], row.Cases);
    }

    [Theory]
    [InlineData("""{"code":"440307","name":"龙岗区","zone":"前海"}""", "440307", "龙岗区", "前海")]
    [InlineData("\"龙岗区\"", null, "龙岗区", null)]
    [InlineData("\"440307\"", "440307", null, null)]
    public async Task A_region_is_an_object_a_code_or_a_name(string region, string? code, string? name, string? zone)
    {
        var row = (await Sent.NeedsAsync($$"""{"title":"一","description":"甲","region":{{region}}}""")).Rows[0];

        Assert.Equal((code, name, zone), (row.Region?.Code, row.Region?.Name, row.Zone));
    }

    [Fact]
    public async Task A_region_code_of_another_length_is_refused()
    {
        var outcome = await Sent.NeedsAsync("""{"title":"一","description":"甲","region":{"code":"44030","name":"龙岗区"}}""");

        Assert.Equal(("region", CellRefusals.NotARegionCode), (outcome.Refusals[0].Column, outcome.Refusals[0].Reason.Template));
    }

    [Fact]
    public async Task A_condition_is_required_only_where_it_says_so()
    {
        var outcome = await Sent.NeedsAsync("""{"title":"一","description":"甲","conditions":["有案例",{"text":"等保三级","required":true},{"text":"本地注册","required":false}]}""");

        Assert.Equal([("等保三级", true), ("有案例", false), ("本地注册", false)], outcome.Rows[0].Conditions.Select(condition => (condition.Text, condition.Required)));
    }

    [Fact]
    public async Task A_bad_line_is_refused_and_the_others_go_in()
    {
        var outcome = await Sent.NeedsAsync("""
            {"title":"一","description":"甲"}
            {"title":"二",
            [1]

            {"title":"三","description":"丙","budget_wan":-5,"deadline":"2026-13-40"}
            {"title":"四","description":"丁","budget_wan":"300"}
            {"title":"\ud800","description":"戊"}
            """);

        Assert.Equal(["一", "四"], outcome.Rows.Select(row => row.Title));
        Assert.Equal(
            [(2, null, CellRefusals.NotJson), (3, null, CellRefusals.NotAnObject), (5, "budget_wan", CellRefusals.NegativeMoney), (5, "deadline", CellRefusals.NoSuchDay), (7, null, CellRefusals.NotJson)],
            outcome.Refusals.Select(refusal => (refusal.Row, refusal.Column, refusal.Reason.Template)));
        Assert.Equal(Budget.Exactly(300), outcome.Rows[1].Budget);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_alone()
    {
        var outcome = await Sent.NeedsAsync(
            "{\"title\":\"一\",\"description\":\"" + new string('长', 500) + "\"}\n{\"title\":\"二\",\"description\":\"乙\"}", options: new() { Limits = new() { CellLength = 300 } });

        Assert.Equal("二", Assert.Single(outcome.Rows).Title);
        Assert.Equal((1, CellRefusals.LineTooLong), (outcome.Refusals[0].Row, outcome.Refusals[0].Reason.Template));
    }

    [Fact]
    public async Task Lines_of_the_other_list_are_refused_as_a_whole() =>
        Assert.Equal(FileRefusals.WrongList, await Sent.RefusalOfAsync("""{"company":"示例企业","title":"无人船","description":"打捞。","cases":[],"trl":9}"""));
}
