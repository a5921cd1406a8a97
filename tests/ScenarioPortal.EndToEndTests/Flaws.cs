using Microsoft.Playwright;
using Xunit;

namespace ScenarioPortal.EndToEndTests;

/// <summary>What must be true of every page: one language, accessible by day and by night, no wider than the screen, no complaint of the browser.</summary>
internal static class Flaws
{
    private const int NarrowPhone = 320;

    /// <summary>The rows of a table are drawn alike: in one view all are looked at, in the others as many as show it.</summary>
    private const int RowsOfOtherViews = 40;

    public static async Task ShouldBeFlawlessAsync(this Visit visit, Visitor visitor)
    {
        var page = visit.Page;
        var rows = visitor is { Language: Language.Chinese, Device: Device.Desktop } ? 0 : RowsOfOtherViews;
        List<string> flaws =
        [
            .. await Wording.OfAnotherLanguageAsync(page, visitor.Language),
            .. await Accessibility.ViolationsAsync(page, Colours.Light, rows),
            .. await Accessibility.ViolationsAsync(page, Colours.Dark, rows),
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
