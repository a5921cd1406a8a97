using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Pairings;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.Web.Pairings;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Pairings;

/// <summary>The list of pairings, the board and the figures: who sees which of them, and that every number is as large as the list that it opens.</summary>
public sealed partial class PairingListTests(PortalDatabase database)
{
    private static readonly string[] Shown = ["2026-对-0001", "2026-对-0002", "2025-对-0003", "2026-对-0007"];

    [Fact]
    public async Task Everyone_finds_what_both_sides_show_by_facets_words_and_order_and_nothing_else()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await Crowd.MakeAsync(portal);
        using var visitor = new FormBrowser(portal.Browser());

        Assert.Equal(Shown.Order(), (await NumbersAsync(visitor, "/pairings")).Order());
        Assert.Equal("显示第 1–4 条，共 4 条", Sentence(visitor));
        Assert.Equal(["对接 2", "试点 1", "终止 1"], Options(visitor, "步骤"));
        Assert.Equal(["养老助残托育 1", "智慧水利 1", "未注明 2"], Options(visitor, "领域"));
        Assert.Equal(["2026 年 3", "2025 年 1"], Options(visitor, "开始的年份"));

        Assert.Equal(["2026-对-0007", "2026-对-0001", "2026-对-0002", "2025-对-0003"], await NumbersAsync(visitor, "/pairings?sort=moved"));
        Assert.Equal(["2026-对-0001", "2026-对-0002", "2026-对-0007", "2025-对-0003"], await NumbersAsync(visitor, "/pairings?sort=longest"));
        Assert.Equal(["2026-对-0007", "2026-对-0002", "2026-对-0001", "2025-对-0003"], await NumbersAsync(visitor, "/pairings?sort=began"));
        Assert.Equal(["2025-对-0003"], await NumbersAsync(visitor, "/pairings?year=2025"));
        Assert.Equal(["2025-对-0003"], await NumbersAsync(visitor, "/pairings?region=440300"));
        Assert.Equal(["2026-对-0007", "2025-对-0003"], await NumbersAsync(visitor, "/pairings?q=青禾水域"));
        Assert.Equal(["2026-对-0007"], await NumbersAsync(visitor, "/pairings?q=无人艇 电梯"));
        Assert.Equal(["2026-对-0002"], await NumbersAsync(visitor, "/pairings?stuck=yes&step=Engaged"));
        Assert.Equal("显示第 1–1 条，共 1 条：对接，卡住", Sentence(visitor).Replace('、', '，'));
        Assert.Equal(["/pairings?stuck=yes", "/pairings?step=Engaged"], visitor.Page.QuerySelectorAll(".pill").Select(p => p.GetAttribute("href")));
        Assert.Equal("yes", visitor.Page.QuerySelector("#filters input[type=hidden][name=stuck]")?.GetAttribute("value"));

        Assert.Empty(await NumbersAsync(visitor, "/pairings?q=背心"));
        Assert.Contains("这样找，一条也没有", visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await NumbersAsync(visitor, "/pairings?step=Nonsense&field=x&region=y&answered=z"));
        Assert.Equal(4, (await NumbersAsync(visitor, "/pairings?page=99&sort=zzz&mine=true&reviewed=true")).Length);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task Members_find_theirs_in_the_order_of_urgency()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var crowd = await Crowd.MakeAsync(portal);
        using var publisher = new FormBrowser(await portal.SignedInAsync(crowd.Publisher));
        using var supplier = new FormBrowser(await portal.SignedInAsync(crowd.Supplier));

        // Waiting for an answer until the 27th and for a confirmation until the 28th, then stuck, then by the last move.
        Assert.Equal(["2026-对-0004", "2026-对-0007", "2026-对-0002", "2026-对-0005", "2026-对-0001"], await NumbersAsync(publisher, "/pairings?mine=true"));
        Assert.Contains("等朝阳区民政局，还剩 4 天", publisher.Page.QuerySelector(".items li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2026-对-0002", "2026-对-0004", "2026-对-0006", "2026-对-0005", "2026-对-0001"], await NumbersAsync(supplier, "/pairings?mine=true"));
        Assert.Equal(["2026-对-0006"], await NumbersAsync(supplier, "/pairings?mine=true&field=water"));
        Assert.Equal("true", supplier.Page.QuerySelector("#filters input[name=mine]")?.GetAttribute("value"));

        // Whoever looks after nothing is shown what everyone sees.
        Assert.Equal(Shown.Order(), (await NumbersAsync(supplier, "/pairings?reviewed=true")).Order());
    }

    [Fact]
    public async Task The_board_shows_reviewers_their_regions_step_by_step_what_is_stuck_first()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await Crowd.MakeAsync(portal);
        using var north = new FormBrowser(await portal.SignedInAsync(await portal.StaffAsync("north", StaffRole.Reviewer, "110000")));
        using var south = new FormBrowser(await portal.SignedInAsync(await portal.StaffAsync("south", StaffRole.Reviewer, "440000")));

        await north.OpenAsync("/review/pairings");

        Assert.Equal("1 件对接卡住了", north.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal([("意向", "1 件"), ("对接", "2 件"), ("试点", "1 件")], north.Page.QuerySelectorAll(".board > section").Select(s => (s.QuerySelector("h2")!.TextContent, Own(s.QuerySelector(".board-head a")!))));
        var engaged = north.Page.QuerySelectorAll(".board > section")[1].QuerySelectorAll("li").Select(l => Spaces().Replace(l.TextContent, " ")).ToArray();
        Assert.Contains("卡住 等双方往下走", engaged[0], StringComparison.Ordinal);
        Assert.Contains("等朝阳区民政局确认“签约”", engaged[1], StringComparison.Ordinal);
        Assert.DoesNotContain("龙岗区水务局", north.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await EveryNumberOpensItsListAsync(north, "/review/pairings", 3);

        Assert.Equal(["2026-对-0001", "2026-对-0002", "2026-对-0004", "2026-对-0005", "2026-对-0007"], (await NumbersAsync(north, "/pairings?reviewed=true")).Order());
        Assert.Equal(["2025-对-0003", "2026-对-0006"], (await NumbersAsync(south, "/pairings?reviewed=true")).Order());
        await south.OpenAsync("/review/pairings");
        Assert.Equal(("没有卡住的对接", 1), (south.Page.QuerySelector("h1")!.TextContent, south.Page.QuerySelectorAll(".board li").Length));
        Assert.Contains("/review/pairings", await north.Http.GetStringAsync(new Uri("/review", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_are_those_of_what_the_reader_sees_and_each_number_opens_a_list_of_that_size()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await Crowd.MakeAsync(portal);
        using var visitor = new FormBrowser(portal.Browser());
        using var reviewer = new FormBrowser(await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000")));

        await visitor.OpenAsync("/figures");
        Assert.Equal(
            [
                ["公开机会", "3", "—", "—", "—", "—"], ["意向", "4", "3 中 3", "274 天", "0", "0"], ["对接", "4", "4 中 4", "2.5 天", "2", "0"], ["签约", "2", "4 中 2", "8.5 天", "0", "1"],
                ["试点", "1", "2 中 1", "7 天", "1", "0"], ["验证通过", "0", "1 中 0", "—", "0", "0"], ["产业应用", "0", "—", "—", "0", "0"], ["推广", "0", "—", "—", "0", "0"]
            ],
            Rows(visitor, "#funnel-table"));
        Assert.Equal([["青禾水域机器人有限公司", "3 天", "1", "没有"], ["朝阳区民政局", "2 天", "3", "没有"]], Rows(visitor, "#answer-table"));
        Assert.Equal((3, "深圳市"), (visitor.Page.QuerySelectorAll(".heat thead th").Length, visitor.Page.QuerySelectorAll(".heat thead th")[2].TextContent));
        await EveryNumberOpensItsListAsync(visitor, "/figures", 30);

        await reviewer.OpenAsync("/figures?reviewed=true");
        Assert.Equal([["公开机会", "2"], ["意向", "5"], ["对接", "3"]], Rows(reviewer, "#funnel-table").Take(3).Select(r => r[..2]));
        Assert.Equal(["朝阳区民政局", "2 天", "3", "1"], Rows(reviewer, "#answer-table").Single());
        await EveryNumberOpensItsListAsync(reviewer, "/figures?reviewed=true", 20);
        await EveryNumberOpensItsListAsync(reviewer, "/figures", 30);
    }

    [Fact]
    public async Task A_pairing_that_a_side_hides_leaves_list_and_figures()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        var (supplier, publisher) = (await portal.SignedInAsync(met.Supplier), await portal.SignedInAsync(met.Publisher));
        await met.InterestedAsync(supplier);
        await portal.MatchedAsync();
        using var visitor = new FormBrowser(portal.Browser());
        Assert.Empty(await NumbersAsync(visitor, "/pairings"));

        (await met.ActAsync(publisher, PairingSide.Publisher, PairingAction.Accept)).EnsureRedirect();
        await portal.MatchedAsync();
        Assert.Single(await NumbersAsync(visitor, "/pairings"));
        await visitor.OpenAsync("/figures");
        Assert.Equal(["意向", "1"], Rows(visitor, "#funnel-table").ElementAt(1)[..2]);

        (await supplier.SubmitAsync("/workspace", [new("Revision", $"{(await met.NowAsync()).Revision}"), new("View", "Hidden")], $"/pairings/{(await met.NowAsync()).Id}?handler=Show")).EnsureRedirect();
        await portal.MatchedAsync();
        Assert.Empty(await NumbersAsync(visitor, "/pairings"));
        await visitor.OpenAsync("/figures");
        Assert.Equal(["意向", "0"], Rows(visitor, "#funnel-table").ElementAt(1)[..2]);
    }

    [Fact]
    public async Task What_is_kept_for_reviewers_is_read_again_after_a_while()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var met = await Met.MakeAsync(portal);
        using var reviewer = new FormBrowser(await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000")));
        Assert.Empty(await NumbersAsync(reviewer, "/pairings?reviewed=true"));
        await met.InterestedAsync(await portal.SignedInAsync(met.Supplier));

        portal.Clock.Advance(KeptBooks.Kept);

        Assert.Single(await NumbersAsync(reviewer, "/pairings?reviewed=true"));
    }

    /// <summary>Every link in the main part whose text is a number leads to a list that says so.</summary>
    private static async Task EveryNumberOpensItsListAsync(FormBrowser browser, string page, int atLeast)
    {
        await browser.OpenAsync(page);
        var links = browser.Page.QuerySelectorAll("main a[href*='/pairings?'], main a[href^='/opportunities'], main a[href^='/capabilities']")
            .Select(a => (Href: a.GetAttribute("href")!, Number: Number().Match(Own(a)))).Where(l => l.Number.Success).DistinctBy(l => l.Href).ToArray();
        Assert.True(links.Length >= atLeast, $"{links.Length} links");
        foreach (var (href, number) in links)
        {
            await browser.OpenAsync(href);
            var total = browser.Page.QuerySelector(".result-sentence b") is { } sentence ? Number().Match(sentence.TextContent).Value : "0";
            Assert.True(number.Value == total, $"{href} from {page}: {number.Value} there, {total} in the list");
        }
    }

    private static async Task<string[]> NumbersAsync(FormBrowser browser, string address)
    {
        await browser.OpenAsync(address);
        return [.. browser.Page.QuerySelectorAll(".items .code").Select(c => c.TextContent)];
    }

    private static string Sentence(FormBrowser browser) => Spaces().Replace(browser.Page.QuerySelector(".result-sentence")!.TextContent, " ").Trim();

    private static string[] Options(FormBrowser browser, string facet) =>
        [.. browser.Page.QuerySelectorAll("#filters details.facet").Single(d => d.QuerySelector("summary")!.TextContent == facet).QuerySelectorAll("label")
            .Select(l => $"{l.QuerySelector("span")!.TextContent} {l.QuerySelector(".count")!.TextContent}")];

    private static IEnumerable<string[]> Rows(FormBrowser browser, string table) =>
        browser.Page.QuerySelectorAll($"{table} tbody tr").Select(r => r.Children.Select(c => Spaces().Replace(c.TextContent, " ").Trim()).ToArray());

    /// <summary>The text without what only screen readers are told.</summary>
    private static string Own(IElement element) => string.Concat(element.ChildNodes.Where(n => n is IText).Select(n => n.TextContent)).Trim();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
