using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

public sealed class TryMatchTests(DemonstrationPortal portal, Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pasted_text_finds_who_fits_and_why(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(portal, new() { Scripts = scripts });
        var page = visit.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "我有难题，看谁能解决" }).ClickAsync();

        await page.GetByLabel("要解决的事").FillAsync(Pages.PastedText);
        await page.GetByLabel("在哪里落地").FillAsync("示范市云桥区");
        await page.GetByRole(AriaRole.Button, new() { Name = "看谁对得上" }).ClickAsync();

        var best = page.GetByRole(AriaRole.Region, new() { Name = "最合适的在前" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "第 1 位" });
        await Expect(best.GetByRole(AriaRole.Heading)).ToHaveTextAsync("超长文档异常聚类与条款冲突提示系统");
        await best.GetByText("逐条对照").ClickAsync();
        await Expect(best.GetByText("能力原文").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("要解决的事")).ToHaveValueAsync(Pages.PastedText);
    }

    [Fact]
    public async Task While_typing_it_shows_who_fits_and_forgets_it_with_the_text()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/try");
        var results = page.GetByRole(AriaRole.Region, new() { Name = "最合适的在前" });

        await page.GetByLabel("在哪里落地").FillAsync("示范");
        await page.GetByLabel("要解决的事").FillAsync(Pages.PastedText);
        await Expect(results).ToBeHiddenAsync();
        await page.GetByLabel("在哪里落地").FillAsync("示范市云桥区");

        await Expect(results.GetByRole(AriaRole.Heading, new() { Name = "超长文档异常聚类与条款冲突提示系统" })).ToBeVisibleAsync();

        await page.GetByLabel("要解决的事").FillAsync("");

        await Expect(results).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_text_is_asked_for_and_nothing_typed_is_lost(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(portal, new() { Scripts = scripts });
        var page = visit.Page;
        await page.GotoAsync("/try");

        await page.GetByLabel("在哪里落地").FillAsync("示范市云桥区");
        await page.GetByLabel("领域").SelectOptionAsync("养老助残托育");
        await page.GetByRole(AriaRole.Button, new() { Name = "看谁对得上" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请写下要解决的事");
        await Expect(page).ToHaveTitleAsync(new Regex("^有内容要改"));
        await Expect(page.GetByLabel("在哪里落地")).ToHaveValueAsync("示范市云桥区");
        await Expect(page.GetByLabel("要解决的事")).ToHaveAccessibleDescriptionAsync(new Regex("请写下要解决的事"));

        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.GetByLabel("要解决的事")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_region_that_does_not_exist_is_explained_at_its_field()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/try");

        await page.GetByLabel("要解决的事").FillAsync(Pages.PastedText);
        await page.GetByLabel("在哪里落地").FillAsync("月球背面");
        await page.GetByRole(AriaRole.Button, new() { Name = "看谁对得上" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有认出这个区域");
        await Expect(page.GetByLabel("要解决的事")).ToHaveValueAsync(Pages.PastedText);
    }
}
