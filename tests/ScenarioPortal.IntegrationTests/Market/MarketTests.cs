using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.IntegrationTests.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Market;

/// <summary>Who goes with whom when all are looked at together, and where a side is missing: read from stored matches by those who look at both sides.</summary>
public sealed class MarketTests(PortalDatabase database)
{
    private const string Early =
        """{"id":"N2","title":"汛期河道漂浮物的自动清理","publisher":"海淀区水务局","region":"110108","field":"智慧水利","description":"河道靠人工巡查，希望漂浮物一小时内被发现，两小时内清走。"}""";

    private const string Late =
        """
        {"id":"N1","title":"水库坝体渗漏的无人值守监测","publisher":"海淀区水务局","region":"110108","field":"智慧水利","description":"坝体渗漏靠人看水尺，希望自动监测并报警。"}
        {"id":"N3","title":"老人夜里跌倒没人知道","publisher":"朝阳区民政局","region":"110105","field":"养老助残托育","description":"独居老人夜里跌倒，早上才有人发现，希望马上有人知道。"}
        """;

    private const string Offers =
        """
        {"id":"C1","company":"青禾水域机器人有限公司","region":"110108","field":"智慧水利","title":"水面无人艇巡检与收集","description":"无人艇巡检河道和水库，识别漂浮物并收集。"}
        {"id":"C2","company":"澄江测控有限公司","region":"110108","field":"智慧水利","title":"渗压和水位在线测量","description":"在线测量渗压和水位，越限报警。","projects_at_once":2}
        {"id":"C3","company":"朱漆标线工程有限公司","region":"110105","field":"交通运输","title":"热熔标线施划","description":"道路标线施工，保用三年。"}
        """;

    [Fact]
    public async Task Before_and_after_stand_side_by_side_and_each_number_opens_its_rows()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var ids = await FillAsync(portal);
        using var reviewer = new FormBrowser(await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "310000")));

        await reviewer.OpenAsync("/review/market");

        // Both needs want C1, which takes one: the first choices promise too much, and whoever was released first takes it from the one that needs it more.
        Assert.Equal(
            [["各要各的首选，不管接不接得下", "2", "1.70", "1 条"], ["先发布的先挑", "2", "1.00", "没有"], ["一起安排", "2", "1.50", "没有"]],
            Rows(reviewer).Take(3).Select(r => r[..4]));
        Assert.Contains("已证明是合计最高的安排", Text(reviewer), StringComparison.Ordinal);
        Assert.Equal(
            [
                ["汛期河道漂浮物的自动清理", "渗压和水位在线测量 0.60", "水面无人艇巡检与收集 0.80", "0.20首选满了；要是给它，别的需求合计至少少 0.20"],
                ["水库坝体渗漏的无人值守监测", "水面无人艇巡检与收集 0.90", "就是它", "不少"]
            ],
            Rows(reviewer).Skip(3));

        await reviewer.OpenAsync(Link(reviewer, "1 条"));
        Assert.Equal([["水面无人艇巡检与收集", "2 条", "1 条", "没写，按 1 个算", "匹配分合计能多 0.20"]], Rows(reviewer).Skip(3));

        await reviewer.OpenAsync(Link(reviewer, "2 条"));
        Assert.Contains("首选是“水面无人艇巡检与收集”的需求：2 条。", Text(reviewer), StringComparison.Ordinal);
        Assert.Equal(2, Rows(reviewer).Skip(3).Count());

        await reviewer.OpenAsync("/review/market?list=capabilities&of=free");
        Assert.Equal([["渗压和水位在线测量", "没有", "1 条", "2 个", "不需要，还有 1 个空位"]], Rows(reviewer).Skip(3));

        await reviewer.OpenAsync($"/review/market?with={ids["C1"]}");
        Assert.Equal(["水库坝体渗漏的无人值守监测"], Rows(reviewer).Skip(3).Select(r => r[0]));
    }

    [Fact]
    public async Task Only_open_needs_and_published_capabilities_take_part()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var ids = await FillAsync(portal);
        await portal.ReadAsync(async db =>
        {
            (await db.Capabilities.SingleAsync(c => c.ExternalId == "C1")).Withdraw("产品已停产", portal.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        using var reviewer = new FormBrowser(await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000")));

        await reviewer.OpenAsync("/review/market");

        Assert.DoesNotContain("水面无人艇巡检与收集", Text(reviewer), StringComparison.Ordinal);
        Assert.Equal(["水库坝体渗漏的无人值守监测", "汛期河道漂浮物的自动清理"], Rows(reviewer).Skip(3).Select(r => r[0]).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await reviewer.OpenAsync($"/review/market?first={ids["C1"]}&page=99&list=x&of=y")).Status);

        await portal.ReadAsync(db => db.Matches.ExecuteDeleteAsync());
        await reviewer.OpenAsync("/review/market");
        Assert.Contains("现在没有能一起安排的", Text(reviewer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_are_counted_by_field_and_region_and_each_number_opens_its_list()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await FillAsync(portal);
        using var reviewer = new FormBrowser(await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000")));

        // All of it lies in one city, so that its districts stand there at once.
        await reviewer.OpenAsync("/review/gaps");
        Assert.Equal(["领域", "朝阳区"], reviewer.Page.QuerySelectorAll("main thead th").Select(TextOf));
        Assert.Equal([["交通运输", "供 1"], ["养老助残托育", "需 1"]], Rows(reviewer).OrderBy(r => r[0], StringComparer.Ordinal));
        Assert.Contains("正在征集的共 3 条", Text(reviewer), StringComparison.Ordinal);

        await reviewer.OpenAsync(Link(reviewer, "需 1"));
        Assert.Equal(["老人夜里跌倒没人知道"], reviewer.Page.QuerySelectorAll(".items-lined a").Select(TextOf));
        Assert.Equal(HttpStatusCode.OK, (await reviewer.OpenAsync(Link(reviewer, "看清单里的全部，对得上的也在内"))).Status);
        Assert.Contains("老人夜里跌倒没人知道", Text(reviewer), StringComparison.Ordinal);
        Assert.DoesNotContain("水库坝体渗漏", Text(reviewer), StringComparison.Ordinal);

        await reviewer.OpenAsync("/review/gaps?side=capabilities&region=none&field=none&within=nowhere");
        Assert.Equal(HttpStatusCode.OK, reviewer.Status);
        Assert.Empty(reviewer.Page.QuerySelectorAll(".items-lined a"));
        await reviewer.OpenAsync("/review/gaps?side=capabilities&region=%25&exact=true");
        Assert.Empty(reviewer.Page.QuerySelectorAll(".items-lined a"));
    }

    [Fact]
    public async Task A_reviewer_finds_both_from_the_desk()
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var reviewer = new FormBrowser(await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000")));

        await reviewer.OpenAsync("/review");

        Assert.Equal(["/review/market", "/review/gaps"], [Link(reviewer, "全盘配对"), Link(reviewer, "供需缺口")]);
        Assert.Contains("这里没有缺口", Text(await reviewer.OpenAsync("/review/gaps")), StringComparison.Ordinal);
    }

    /// <summary>Three needs and three capabilities, with matches as this test wants them.</summary>
    private static async Task<Dictionary<string, Guid>> FillAsync(PortalHost portal)
    {
        await portal.ImportAsync(ListKind.Opportunities, Early);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.ImportAsync(ListKind.Opportunities, Late);
        await portal.ImportAsync(ListKind.Capabilities, Offers);
        await portal.MatchedAsync();
        var ids = await portal.ReadAsync(async db => (await db.Opportunities.Select(o => new { o.ExternalId, o.Id }).Concat(db.Capabilities.Select(c => new { c.ExternalId, c.Id })).ToListAsync())
            .ToDictionary(i => i.ExternalId!, i => i.Id));
        await portal.ReadAsync(db => db.Matches.ExecuteDeleteAsync());
        await portal.SaveAsync([.. new[] { ("N1", "C1", 0.9), ("N1", "C2", 0.2), ("N2", "C1", 0.8), ("N2", "C2", 0.6) }.Select(m => new Match
        {
            OpportunityId = ids[m.Item1],
            CapabilityId = ids[m.Item2],
            Score = m.Item3,
            Reasons = [],
            OpportunityRevision = 1,
            CapabilityRevision = 1,
            ComputedAt = portal.Clock.GetUtcNow(),
            JudgedBy = 1
        })]);
        return ids;
    }

    private static IEnumerable<string[]> Rows(FormBrowser browser) =>
        browser.Page.QuerySelectorAll("main tbody tr").Select(r => r.Children.Select(TextOf).Where(t => t.Length > 0).ToArray());

    private static string Link(FormBrowser browser, string text) => browser.Page.QuerySelectorAll("main a").First(a => TextOf(a) == text).GetAttribute("href")!.Split('#')[0];

    private static string Text(FormBrowser browser) => TextOf(browser.Page.QuerySelector("main")!);

    private static string TextOf(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
