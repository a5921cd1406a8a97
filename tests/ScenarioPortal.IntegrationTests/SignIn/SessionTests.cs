using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Accounts;
using Xunit;

namespace ScenarioPortal.IntegrationTests.SignIn;

public sealed class SessionTests(PortalDatabase database)
{
    /// <summary>A page that is open to people who are signed in in any way, and to nobody else.</summary>
    private const string Inside = "/sign-out";

    [Fact]
    public async Task A_copied_cookie_is_refused_on_the_first_request_after_signing_out()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Forms();
        await browser.TryAsync(account.Email!, Members.Password);
        using var thief = WithCookie(portal, CookieOf(browser)!);
        Assert.Equal("/", (await thief.GetAsync(Inside)).Headers.Location!.OriginalString);
        await browser.OpenAsync("/");

        await SignOutAsync(browser);

        Assert.Equal("/sign-in?returnUrl=%2Fsign-out", (await thief.GetAsync(Inside)).Headers.Location!.OriginalString);
        Assert.Equal("\"cache\", \"storage\"", browser.Last.Headers.GetValues("Clear-Site-Data").Single());
        await browser.OpenAsync("/");
        Assert.NotNull(browser.Page.QuerySelector(".site-tools a[href^='/sign-in']"));
    }

    [Fact]
    public async Task A_session_that_somebody_planted_is_worth_nothing_once_another_signs_in()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Forms();
        await browser.TryAsync(account.Email!, Members.Password);
        var before = CookieOf(browser)!;
        using var again = portal.Forms();
        again.Http.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={SecretKey.New()}");

        await again.TryAsync(account.Email!, Members.Password);

        Assert.NotEqual(before, CookieOf(again));
        Assert.Equal(43, CookieOf(again)!.Length);
    }

    [Fact]
    public async Task The_second_step_makes_a_new_session_and_ends_the_half_one()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var secret = TimeCode.NewSecret();
        var account = await portal.MemberAsync("lin", secret: secret);
        using var browser = portal.Forms();
        await browser.TryAsync(account.Email!, Members.Password);
        var half = CookieOf(browser)!;
        await browser.FollowAsync();

        await browser.SendAsync(("Input.Code", portal.CodeOf(secret)));

        Assert.NotEqual(half, CookieOf(browser));
        Assert.Equal(Factors.Password | Factors.TimeCode, (await portal.ReadAsync(db => db.Sessions.SingleAsync())).Factors);
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_secure_and_out_of_reach_of_scripts()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("demo", demonstration: true);
        using var browser = portal.Forms();
        await browser.OpenAsync("/sign-in");
        List<string> cookies = [.. browser.Last.Headers.GetValues("Set-Cookie")];

        await browser.SendAsync(("Input.Email", account.Email!), ("Input.Password", Members.Password));

        cookies.AddRange(browser.Last.Headers.GetValues("Set-Cookie"));
        Assert.Equal(3, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData(StaffRole.AuditAdministrator, 29, 31)]
    [InlineData(null, 119, 121)]
    public async Task A_session_ends_when_nothing_happens(StaffRole? role, int stillIn, int tooLong)
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var browser = await portal.SignedInAsync(await portal.MemberAsync("lin", role));

        portal.Clock.Advance(TimeSpan.FromMinutes(stillIn));
        Assert.Equal("/", (await browser.GetAsync(Inside)).Headers.Location!.OriginalString);
        portal.Clock.Advance(TimeSpan.FromMinutes(tooLong));

        Assert.Equal("/sign-in?returnUrl=%2Fsign-out", (await browser.GetAsync(Inside)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_busy_session_ends_after_twelve_hours()
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var browser = await portal.SignedInAsync(await portal.MemberAsync("lin"));

        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(11.9); passed += TimeSpan.FromMinutes(20))
        {
            Assert.Equal("/", (await browser.GetAsync(Inside)).Headers.Location!.OriginalString);
            portal.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal("/sign-in?returnUrl=%2Fsign-out", (await browser.GetAsync(Inside)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_visitor_s_pages_carry_no_form_with_a_token_and_a_signed_in_one_s_are_not_kept()
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var visitor = portal.Forms();
        using var browser = await portal.SignedInAsync(await portal.MemberAsync("lin"));

        var personal = await browser.GetAsync("/opportunities");
        await visitor.OpenAsync("/opportunities");

        Assert.Empty(visitor.Page.QuerySelectorAll("input[name=__RequestVerificationToken]"));
        Assert.False(visitor.Last.Headers.Contains("Set-Cookie"));
        Assert.True(personal.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("lin", visitor.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_page_with_its_token_is_not_given_to_the_next_visitor()
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var first = portal.Forms();
        await first.OpenAsync("/sign-in");
        await first.OpenAsync("/sign-in");
        using var second = portal.Forms();

        await second.OpenAsync("/sign-in");

        Assert.Null(second.Last.Headers.Age);
        Assert.NotEqual(TokenOn(first), TokenOn(second));
    }

    private static string TokenOn(FormBrowser browser) => browser.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task SignOutAsync(FormBrowser browser)
    {
        var fields = browser.Page.QuerySelectorAll(".site-tools form input[name]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));
        await browser.SendToAsync("/sign-out", fields);
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    private static HttpClient WithCookie(PortalHost portal, string key)
    {
        var browser = portal.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={key}");
        return browser;
    }

    private static string? CookieOf(FormBrowser browser) => browser.Last.Headers.GetValues("Set-Cookie")
        .Where(c => c.StartsWith($"{SessionCookie.Name}=", StringComparison.Ordinal)).Select(c => c.Split(['=', ';'])[1]).LastOrDefault();
}
