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

        await page.GetByLabel("用自己的话搜索两张清单").FillAsync("老人在家摔倒了没人知道");
        await page.GetByRole(AriaRole.Button, new() { Name = "搜两张清单" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("“老人在家摔倒了没人知道”");
        await Expect(Hits(page, "场景机会").First).ToContainTextAsync("老人");
        await Expect(Hits(page, "场景能力").Filter(new() { HasText = "跌倒" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_header_searches_from_every_page()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/releases");

        await page.GetByLabel("搜索机会、能力和单位").FillAsync("无人机");
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
