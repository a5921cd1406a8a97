using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>In which language, and how large.</summary>
public sealed class ReadingTests(DemonstrationPortal portal, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_language_changes_on_the_same_page_and_stays(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(portal, new() { Scripts = scripts });
        var page = visit.Page;
        await page.GotoAsync("/opportunities?scale=SmallEntry&sort=newest");
        var view = page.Url;

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToContainTextAsync("机会清单");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Equal(view, page.Url);

        await page.GotoAsync("/releases");
        await page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("清单批次");
    }

    [Fact]
    public async Task Elder_mode_enlarges_the_same_page_and_stays()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync(portal.Places.Opportunity);

        await page.GetByRole(AriaRole.Link, new() { Name = "长者模式" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByRole(AriaRole.Link, new() { Name = "能力清单" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "退出长者模式" })).ToBeVisibleAsync();
        var size = await page.GetByRole(AriaRole.Main).EvaluateAsync<double>("m => parseFloat(getComputedStyle(m).fontSize)");
        Assert.True(size >= 18, $"Text is {size} px.");
    }
}
