using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Writing;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Writing;

/// <summary>Which needs fit a company and what is missing; whom the conditions of a need keep out.</summary>
public sealed class FitsTests(PortalDatabase database)
{
    private const string Title = "汛期夜间河道漂浮物的自动发现与清理";
    private const string Description = "主城河道靠人工巡查，夜间是空白。希望漂浮物出现一小时内被发现，两小时内清走。";
    private const string Offer = "岸上夜视相机识别河道漂浮物，无人艇自动清走，夜间可用，一小时内发现，两小时内清走。";

    /// <summary>A list in which the words of the need are rare.</summary>
    private static string Others => string.Join('\n', Enumerable.Range(1, 40).Select(i => $$"""{"id":"F{{i}}","company":"朱漆标线工程有限公司","title":"热熔标线施划第 {{i}} 种","description":"道路标线施工，保用三年。"}"""));

    [Fact]
    public async Task The_workspace_says_which_needs_fit_and_what_is_missing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var now = portal.Clock.GetUtcNow();
        var need = await ReleasedAsync(portal, new() { Text = "具备等保三级证书", Required = true }, new() { Text = "TRL不低于7级", Required = false });
        var (company, editor) = await OrganisationAsync(portal, "青禾水域机器人有限公司", OrganisationKind.Company, "110101");
        var capability = Published(company, "110101", trl: 6, now);
        await portal.SaveAsync(capability);
        await portal.MatchedAsync();
        var browser = await portal.SignedInAsync(editor);

        foreach (var page in (string[])["/workspace", $"/capabilities/{capability.Id}"])
        {
            var text = await browser.ReadAsync(page);
            Assert.All(["还差什么", "没有写到“具备等保三级证书”，有就写上", "最好“TRL不低于7级”，现在是 TRL 6"], t => Assert.Contains(t, text, StringComparison.Ordinal));
        }

        Assert.Contains($"/matches/{need}/{capability.Id}?from=capability", await browser.ReadAsync("/workspace"), StringComparison.Ordinal);
        Assert.DoesNotContain("还差什么", await portal.Browser().ReadAsync($"/capabilities/{capability.Id}"), StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Contains("现在没有还在征集的需求对得上", await (await portal.SignedInAsync(editor)).ReadAsync("/workspace"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_a_need_sees_whom_a_condition_keeps_out_and_so_does_its_page()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var now = portal.Clock.GetUtcNow();
        var condition = new Condition { Text = "须在本市注册", Required = true };
        var need = await ReleasedAsync(portal, condition);
        var (company, _) = await OrganisationAsync(portal, "青禾水域机器人有限公司", OrganisationKind.Company, "310101");
        await portal.ImportAsync(ListKind.Capabilities, Others);
        await portal.SaveAsync(Published(company, "310101", 7, now), Published(company, "310101", 8, now), Published(company, "110101", 8, now));
        await portal.MatchedAsync();
        var (unit, editor) = await OrganisationAsync(portal, "示范市水务局二", OrganisationKind.Government, "110101");
        var copy = new WorkingCopy(ListKind.Opportunities, unit.Id, editor.Id, now);
        copy.Write(new Dictionary<string, string> { ["Title"] = Title, ["Description"] = Description, ["Region"] = "110101", ["RequiredConditions"] = condition.Text }, editor.Id, now);
        await portal.SaveAsync(copy);

        const string Effect = "2 项能力因“须在本市注册”被排除；若不要求，将有 3 项对得上。";
        var beside = await (await portal.SignedInAsync(editor)).ReadAsync($"/workspace/writing/{copy.Id}/terms");
        Assert.Contains(Effect, beside, StringComparison.Ordinal);
        var page = await portal.Browser().ReadAsync($"/opportunities/{need}");
        Assert.Contains("为什么匹配较少", page, StringComparison.Ordinal);
        Assert.Contains(Effect, page, StringComparison.Ordinal);
    }

    private static Capability Published(Organisation company, string region, int trl, DateTimeOffset now)
    {
        var capability = new Capability(company.Id, new Offer { Title = "河道漂浮物自动发现与清理", Description = Offer, RegionCode = region, Trl = trl }, now);
        capability.Submit(now);
        capability.Publish(null, now);
        return capability;
    }

    private static async Task<Guid> ReleasedAsync(PortalHost portal, params IReadOnlyList<Condition> conditions)
    {
        var (unit, now) = (new Organisation("示范市水务局", OrganisationKind.Government), portal.Clock.GetUtcNow());
        var scenario = new Scenario(unit.Id, Title);
        scenario.Describe(new ScenarioSetting { Name = Title, RegionCode = "110101" });
        var need = new Opportunity(scenario.Id, unit.Id, new Need { Title = Title, Description = Description, Conditions = conditions, Deadline = new DateOnly(2026, 12, 31) }, now);
        need.Submit(now);
        need.Approve(now);
        need.Release("2026-01-需-001", now);
        await portal.SaveAsync(unit, scenario, need);
        return need.Id;
    }

    private static async Task<(Organisation Organisation, Data.Accounts.Account Editor)> OrganisationAsync(PortalHost portal, string name, OrganisationKind kind, string region)
    {
        var organisation = new Organisation(name, kind);
        organisation.Complete(new OrganisationDetails { RegionCode = region });
        var editor = portal.NewAccount($"editor-{kind}");
        await portal.SaveAsync(organisation, editor, new Membership(organisation.Id, editor.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        return (organisation, editor);
    }
}
