using Microsoft.Playwright;
using ScenarioPortal.EndToEndTests;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace ScenarioPortal.EndToEndTests;

/// <summary>One browser for the whole run. It reaches this machine and nothing else.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Args =
            [
                .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-pings"
            ]
        });
    }

    /// <summary>A visitor with a browser profile of their own: no cookies, nothing cached.</summary>
    public Task<Visit> VisitAsync(DemonstrationPortal portal, Visitor? visitor = null) => VisitAsync(portal.Address, visitor);

    public async Task<Visit> VisitAsync(Uri address, Visitor? visitor = null)
    {
        visitor ??= new();
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = visitor.Width, Height = visitor.Height },
            IsMobile = visitor.Device is Device.Phone,
            HasTouch = visitor.Device is Device.Phone,
            JavaScriptEnabled = visitor.Scripts,
            ColorScheme = visitor.Colours is Colours.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "Asia/Shanghai",
            Locale = "zh-CN"
        });
        if (visitor.Language is Language.English)
        {
            await context.AddCookiesAsync([new() { Name = Visit.LanguageCookie, Value = "en", Domain = address.Host, Path = "/", Secure = true }]);
        }

        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
