using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

public sealed class SearchTests(DemonstrationPortal portal, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Own_words_find_needs_and_capabilities_that_say_it_differently(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(portal, new() { Scripts = scripts });
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.GetByLabel("用自己的话搜索两张清单").FillAsync("雷同标书");
        await page.GetByRole(AriaRole.Button, new() { Name = "搜两张清单" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("“雷同标书”");
        await Expect(Hits(page, "场景机会").First).ToContainTextAsync("标书太厚，评标专家一上午看不完");
        await Expect(Hits(page, "场景能力")).ToContainTextAsync(["超长文档异常聚类与条款冲突提示系统"]);
    }

    [Fact]
    public async Task Every_suggested_search_finds_something_in_both_lists()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/");
        var suggestions = await page.GetByText("试试搜").Locator("..").GetByRole(AriaRole.Link).AllInnerTextsAsync();
        Assert.NotEmpty(suggestions);

        foreach (var suggestion in suggestions)
        {
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = suggestion, Exact = true }).ClickAsync();

            await Expect(Hits(page, "场景机会").First).ToBeVisibleAsync();
            await Expect(Hits(page, "场景能力").First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task The_header_searches_from_every_page()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/releases");

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "搜索机会、能力和单位" }).FillAsync("无人机");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("“无人机”");
        await Expect(page.GetByLabel("用自己的话搜索两张清单")).ToHaveValueAsync("无人机");
    }

    [Fact]
    public async Task Words_that_nobody_uses_get_a_way_out()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;

        await page.GotoAsync("/search?q=qqqqqq");

        await Expect(page.GetByText("没有找到相近的机会。")).ToBeVisibleAsync();
        await Expect(page.GetByText("没有找到相近的能力。")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "看能力清单" })).ToBeVisibleAsync();
    }

    private static ILocator Hits(IPage page, string list) =>
        page.GetByRole(AriaRole.Region, new() { Name = list, Exact = true }).GetByRole(AriaRole.Listitem);
}
