using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace ScenarioPortal.EndToEndTests;

/// <summary>Every page of the portal, and every face of a page that looks different, by name; and pictures of them.</summary>
public static class Pages
{
    public const string PastedText = "投标文件太厚，评标专家半天看不完，雷同文件、资质过期全凭眼睛找，漏看了就被投诉。";

    /// <summary>A longer page goes on as it began, and drawing it takes longer than everything else that is done with it.</summary>
    private const int TallestPicture = 8000;

    private static readonly Dictionary<string, Func<IPage, Places, Task>> Ways = new()
    {
        ["home"] = At("/"),
        ["search"] = At("/search?q=独居老人"),
        ["search-empty"] = At("/search"),
        ["opportunities"] = At("/opportunities"),
        ["opportunities-table"] = At("/opportunities?view=table"),
        ["opportunities-filtered"] = At("/opportunities?q=巡查&scale=Focused"),
        ["opportunities-none"] = At("/opportunities?q=雷同标书&field=care"),
        ["opportunity"] = At(places => places.Opportunity),
        ["capabilities"] = At("/capabilities"),
        ["capabilities-table"] = At("/capabilities?view=table"),
        ["capability"] = At(places => places.Capability),
        ["match"] = At(places => places.Match),
        ["match-from-capability"] = At(places => $"{places.Match}?from=capability"),
        ["try"] = At("/try"),
        ["try-refused"] = (page, _) => TryAsync(page, ""),
        ["try-matched"] = (page, _) => TryAsync(page, PastedText),
        ["pairings"] = At("/pairings"),
        ["figures"] = At("/figures"),
        ["releases"] = At("/releases"),
        ["release-opportunities"] = At(places => places.ReleasedOpportunities),
        ["release-capabilities"] = At(places => places.ReleasedCapabilities),
        ["sign-in"] = At("/sign-in?returnUrl=%2Freleases"),
        ["sign-in-refused"] = (page, _) => page.SignInAsync("nobody", ""),
        ["sign-in-code"] = (page, _) => page.SignInAsync(SignInPlaces.WithCode),
        ["sign-in-set-up"] = (page, _) => page.SignInAsync(SignInPlaces.WithoutFactor),
        ["sign-in-forgotten"] = At("/sign-in/forgotten"),
        ["sign-in-reset"] = At(SignInPlaces.Reset),
        ["invitation"] = At(SignInPlaces.Invitation),
        ["privacy"] = At("/privacy"),
        ["error-404"] = At("/no-such-page")
    };

    public static IEnumerable<string> Names => Ways.Keys;

    public static Task OpenAsync(this IPage page, string name, DemonstrationPortal portal) => Ways[name](page, portal.Places);

    /// <summary>Keeps the page as a picture under artifacts/screenshots, on a screen so tall that bars at its edge cover nothing.</summary>
    public static async Task KeepPictureAsync(this IPage page, string name)
    {
        var screen = page.ViewportSize!;
        await page.SetViewportSizeAsync(screen.Width, Math.Min(TallestPicture, await page.EvaluateAsync<int>("Math.max(innerHeight, document.documentElement.scrollHeight)")));
        await page.ScreenshotAsync(new() { Path = PathOf($"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
    }

    /// <summary>Keeps what comes out of the printer.</summary>
    public static Task KeepPrintAsync(this IPage page, string name) => page.PdfAsync(new() { Path = PathOf($"{name}.pdf"), PreferCSSPageSize = true });

    private static Func<IPage, Places, Task> At(string address) => At(_ => address);

    private static Func<IPage, Places, Task> At(Func<Places, string> address) => (page, places) => page.GotoAsync(address(places));

    private static async Task TryAsync(IPage page, string text)
    {
        await page.GotoAsync("/try");
        await page.Locator("textarea").FillAsync(text);
        await page.Locator("main form .btn-primary").ClickAsync();
        await page.Locator("main [role=alert], main [role=status]").First.WaitForAsync();
    }

    private static string PathOf(string picture, [CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "artifacts", "screenshots", picture));
}
