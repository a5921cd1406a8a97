using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

public sealed partial class ListTests(DemonstrationPortal portal, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filtered_view_survives_going_away_and_back_and_opens_up_again(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(portal, new() { Scripts = scripts });
        var page = visit.Page;
        await page.GotoAsync("/opportunities");
        var all = await page.GetByRole(AriaRole.Status).InnerTextAsync();

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "政务服务" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "报名中" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("政务服务");
        await Expect(Pills(page)).ToHaveCountAsync(2);
        var view = page.Url;

        await Titles(page).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "要解决什么" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        Assert.Equal(view, page.Url);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "政务服务" })).ToBeCheckedAsync();

        await Pills(page).Filter(new() { HasText = "政务服务" }).ClickAsync();
        await Expect(Pills(page)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "政务服务" })).Not.ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "全部清除" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(all);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_is_sorted_by_name_and_keeps_the_filter(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(portal, new() { Scripts = scripts });
        var page = visit.Page;
        await page.GotoAsync("/opportunities?budget=50-200&budget=200-1000");

        await page.GetByLabel("排序").SelectOptionAsync("预算从高到低");
        await page.GetByRole(AriaRole.Button, new() { Name = "排序" }).ClickAsync();

        await page.WaitForURLAsync("**/opportunities?sort=budget&budget=*");
        await Expect(page.GetByLabel("排序")).ToHaveValueAsync("budget");
        await Expect(Pills(page)).ToHaveCountAsync(2);
        var budgets = (await Items(page).GetByText(Budget()).AllInnerTextsAsync()).Select(b => int.Parse(Amount().Matches(b)[^1].Value, null)).ToList();
        Assert.True(budgets.Count > 10);
        Assert.Equal(budgets.OrderDescending(), budgets);
    }

    [Fact]
    public async Task Pages_of_a_list_follow_one_another_without_gaps()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/capabilities");
        var first = await Titles(page).AllInnerTextsAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "分页" }).GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("显示第 21–40 条");
        Assert.Empty(first.Intersect(await Titles(page).AllInnerTextsAsync()));

        await page.GetByRole(AriaRole.Navigation, new() { Name = "分页" }).GetByRole(AriaRole.Link, new() { Name = "1", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("显示第 1–20 条");
        Assert.Equal(first, await Titles(page).AllInnerTextsAsync());
    }

    [Fact]
    public async Task The_same_view_is_a_table_on_request()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/opportunities?scale=Focused");
        var sentence = await page.GetByRole(AriaRole.Status).InnerTextAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "表格" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(sentence);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_the_filters_are_in_a_drawer(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(portal, new() { Device = Device.Phone, Scripts = scripts });
        var page = visit.Page;
        await page.GotoAsync("/opportunities");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" })).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "政务服务" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "应用筛选" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "筛选（1）" })).ToBeVisibleAsync();
        await Expect(Pills(page)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Nothing_found_says_which_condition_to_let_go()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.OpenAsync("opportunities-none", portal);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "这样找，一条也没有" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "去掉这个条件" }).First.ClickAsync();

        await Expect(Titles(page).First).ToBeVisibleAsync();
    }

    private static ILocator Pills(IPage page) => page.GetByRole(AriaRole.Link, new() { Name = "移除这个条件" });

    private static ILocator Items(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "结果" }).GetByRole(AriaRole.Listitem).Filter(new() { Has = page.GetByRole(AriaRole.Heading) });

    private static ILocator Titles(IPage page) => Items(page).GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link);

    [GeneratedRegex("^ ?预算 .*万元")]
    private static partial Regex Budget();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Amount();
}
