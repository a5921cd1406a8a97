using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

public sealed class MissingPageTests(DemonstrationPortal portal, Chromium chromium)
{
    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/opportunities/0190a1b2-0000-7000-8000-000000000000")]
    [InlineData("/releases/not-a-number")]
    public async Task A_page_that_does_not_exist_says_so_and_leads_back(string address)
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;

        var answer = await page.GotoAsync(address);

        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("没有找到这一页");
        await Expect(page.GetByText("参考编号")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "看机会清单" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("机会清单");
    }

    [Fact]
    public async Task The_language_can_be_changed_on_an_error_page()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/no-such-page");

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "中文" })).ToBeVisibleAsync();
        Assert.EndsWith("/no-such-page", page.Url, StringComparison.Ordinal);
    }
}
