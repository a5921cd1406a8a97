using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

public sealed class ReleaseTests(DemonstrationPortal portal, Chromium chromium)
{
    [Fact]
    public async Task A_released_list_is_frozen_numbered_and_can_be_checked()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByRole(AriaRole.Link, new() { Name = "清单批次" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "2026年第一批场景机会清单" }).ClickAsync();

        await Expect(page.GetByText("已发布，内容冻结")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("2026-01-需-001");
        await Expect(page.GetByText("由发布那一刻的全部内容算出")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Rowheader).First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.GetByText("2026-01-需-001").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_released_list_prints_as_the_annex_of_a_document()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync(portal.Places.ReleasedOpportunities);
        await Expect(page.GetByText("附件", new() { Exact = true })).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.GetByText("附件", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("发布日期：2026年11月16日")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Banner)).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Contentinfo)).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Row).Last).ToBeVisibleAsync();
        await page.KeepPrintAsync("release-opportunities-zh");
    }

    [Fact]
    public async Task The_print_button_is_there_when_a_script_can_answer_it()
    {
        await using var with = await chromium.VisitAsync(portal);
        await using var without = await chromium.VisitAsync(portal, new() { Scripts = false });

        await with.Page.GotoAsync(portal.Places.ReleasedOpportunities);
        await without.Page.GotoAsync(portal.Places.ReleasedOpportunities);

        await Expect(with.Page.GetByRole(AriaRole.Button, new() { Name = "打印成附件" })).ToBeVisibleAsync();
        await Expect(without.Page.GetByRole(AriaRole.Button, new() { Name = "打印成附件" })).ToBeHiddenAsync();
    }
}
