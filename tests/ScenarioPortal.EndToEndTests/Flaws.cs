using Microsoft.Playwright;
using Xunit;

namespace ScenarioPortal.EndToEndTests;

/// <summary>What must be true of every page: one language, accessible by day and by night, no wider than the screen, no complaint of the browser.</summary>
internal static class Flaws
{
    private const int NarrowPhone = 320;

    public static async Task ShouldBeFlawlessAsync(this Visit visit, Visitor visitor)
    {
        var page = visit.Page;
        List<string> flaws =
        [
            .. await Wording.OfAnotherLanguageAsync(page, visitor.Language),
            .. await Accessibility.ViolationsAsync(page, Colours.Light),
            .. await Accessibility.ViolationsAsync(page, Colours.Dark),
            .. await TooWideAsync(page, visitor.Width),
            .. visitor.Device is Device.Phone ? await TooWideAsync(page, NarrowPhone) : [],
            .. visit.Complaints
        ];
        await page.SetViewportSizeAsync(visitor.Width, page.ViewportSize!.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = visitor.Colours is Colours.Dark ? ColorScheme.Dark : ColorScheme.Light });
        Assert.True(flaws.Count == 0, $"{page.Url}\n{string.Join('\n', flaws)}");
    }

    private static async Task<IEnumerable<string>> TooWideAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, page.ViewportSize!.Height);
        var needed = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        return needed > width ? [$"At {width} px the page is {needed} px wide."] : [];
    }
}
