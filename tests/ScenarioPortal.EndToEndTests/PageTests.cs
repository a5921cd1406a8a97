using Xunit;

namespace ScenarioPortal.EndToEndTests;

/// <summary>What is promised of every page, in both languages, on a desk and in a hand, by day and by night. Leaves a picture of each.</summary>
public sealed class PageTests(DemonstrationPortal portal, Chromium chromium, OpenVisits visits) : IClassFixture<OpenVisits>
{
    private static readonly string[] InTheDark = ["home", "opportunities", "match", "sign-in", "sign-in-set-up"];

    public static MatrixTheoryData<string, Language, Device> Views { get; } =
        new(Pages.Names, Enum.GetValues<Language>(), Enum.GetValues<Device>());

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_is_whole_fits_the_screen_speaks_one_language_and_is_open_to_everyone(string name, Language language, Device device)
    {
        var visitor = new Visitor { Language = language, Device = device };
        var visit = await visits.OfAsync(visitor, chromium, portal);
        var page = visit.Page;

        await page.OpenAsync(name, portal);

        await page.KeepPictureAsync(Picture(name, visitor));
        Assert.Equal(language is Language.Chinese ? "zh-CN" : "en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await visit.ShouldBeFlawlessAsync(visitor);
    }

    [Fact]
    public async Task Some_pages_are_kept_as_pictures_in_the_dark()
    {
        var visitor = new Visitor { Colours = Colours.Dark };
        await using var visit = await chromium.VisitAsync(portal, visitor);

        foreach (var name in InTheDark)
        {
            await visit.Page.OpenAsync(name, portal);
            await visit.Page.KeepPictureAsync(Picture(name, visitor));
        }

        Assert.Equal("rgb(232, 236, 243)", await visit.Page.Locator("body").EvaluateAsync<string>("b => getComputedStyle(b).color"));
    }

    internal static string Picture(string name, Visitor visitor) =>
        $"{name}-{(visitor.Language is Language.Chinese ? "zh" : "en")}-{(visitor.Device is Device.Phone ? "phone" : "desktop")}{(visitor.Colours is Colours.Dark ? "-dark" : null)}";
}
