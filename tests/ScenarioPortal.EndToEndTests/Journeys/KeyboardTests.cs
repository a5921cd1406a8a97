using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

public sealed class KeyboardTests(DemonstrationPortal portal, Chromium chromium)
{
    [Fact]
    public async Task The_first_tab_offers_to_skip_to_the_content()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/opportunities");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "跳到正文" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "跳到正文" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "当前位置" }).GetByRole(AriaRole.Link, new() { Name = "首页" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Wherever_the_focus_goes_it_can_be_seen()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/opportunities");

        for (var stop = 1; stop <= 40; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var unseen = await page.EvaluateAsync<string?>("""
                () => {
                  const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
                  const marked = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== 'none';
                  const onScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
                  return marked && onScreen ? null : e.outerHTML;
                }
                """);
            Assert.True(unseen is null, $"After {stop} tabs the focus is out of sight, at {unseen}");
        }
    }

    [Fact]
    public async Task A_company_is_found_without_touching_the_mouse()
    {
        await using var visit = await chromium.VisitAsync(portal);
        var page = visit.Page;
        await page.GotoAsync("/try");

        await page.GetByLabel("要解决的事").FocusAsync();
        await page.Keyboard.InsertTextAsync(Pages.PastedText);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "最合适的在前" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_menu_of_a_phone_opens_and_closes_by_key(bool scripts)
    {
        await using var visit = await chromium.VisitAsync(portal, new() { Device = Device.Phone, Scripts = scripts });
        var page = visit.Page;
        await page.GotoAsync("/");
        var open = page.GetByRole(AriaRole.Button, new() { Name = "菜单" });
        var releases = page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByRole(AriaRole.Link, new() { Name = "清单批次" });
        await Expect(releases).ToBeHiddenAsync();

        await open.PressAsync("Enter");
        await Expect(releases).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(releases).ToBeHiddenAsync();
        await Expect(open).ToBeFocusedAsync();

        await open.PressAsync("Enter");
        await releases.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("清单批次");
    }
}
