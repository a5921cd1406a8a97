using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

public sealed class FirstVisitTests(DemonstrationPortal portal, Chromium chromium)
{
    [Theory]
    [InlineData(Language.Chinese, "最新机会", "为什么对得上", "为什么这项能力排在第 1 位", "符合|部分")]
    [InlineData(Language.English, "Newest opportunities", "Why it fits", "Why this capability is no. 1", "Met|Partly")]
    public async Task From_the_home_page_two_clicks_lead_to_why_this_company_fits_this_need(
        Language language, string newest, string why, string heading, string verdicts)
    {
        await using var visit = await chromium.VisitAsync(portal, new() { Language = language });
        var page = visit.Page;
        var judged = new Regex($"^\\s*({verdicts})\\s*$");
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Region, new() { Name = newest }).GetByRole(AriaRole.Listitem).First.GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = why }).First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);
        await Expect(page.GetByText(judged).First).ToBeVisibleAsync();
        await Expect(page.Locator("mark").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_home_page_shows_one_match_with_its_reasons_and_leads_to_all_of_them()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/");
        var need = await page.GetByRole(AriaRole.Region, new() { Name = "说法不同，也能对上" }).GetByRole(AriaRole.Link).Nth(1).InnerTextAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "看这次匹配的全部理由" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = need })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "从能力看" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_match_can_be_read_from_either_side()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync(portal.Places.Match);

        await page.GetByRole(AriaRole.Link, new() { Name = "从能力看" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("为什么这条机会排在第");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "从能力看" })).ToHaveAttributeAsync("aria-current", "true");
    }
}
