using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>Passkeys belong to a name, so these people come to <c>localhost</c> and not to a numeric address.</summary>
public sealed class PasskeyTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    [Fact]
    public async Task Somebody_adds_a_passkey_and_signs_in_with_nothing_else()
    {
        await using var portal = await portals.OpenAsync();
        var address = Named(portal.Serve());
        await using var visit = await chromium.VisitAsync(address);
        var page = visit.Page;
        await Passkeys.OnAsync(page);
        await AddAsync(portal, visit, address);

        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GotoAsync(Links.SignInTo(Links.MySessions));
        await page.KeepPictureAsync("sign-in-passkey-zh-desktop");
        await SignInButton(page).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex($"{Links.MySessions}$"));
        Assert.Equal(Factors.Passkey, await portal.ReadAsync(db => db.Sessions.Select(s => s.Factors).SingleAsync()));
        Assert.Equal(2u, (await portal.ReadAsync(db => db.Passkeys.SingleAsync())).Data.SignCount);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_device_that_does_not_know_the_person_lets_nobody_in()
    {
        await using var portal = await portals.OpenAsync();
        var address = Named(portal.Serve());
        await using var visit = await chromium.VisitAsync(address);
        var page = visit.Page;
        var device = await Passkeys.OnAsync(page);
        await AddAsync(portal, visit, address);
        await page.Context.ClearCookiesAsync();
        await device.KnowNobodyAsync();

        await page.GotoAsync(Links.SignIn);
        await SignInButton(page).ClickAsync();

        await Expect(page.Locator("[data-passkey-message]")).ToContainTextAsync("通行密钥没有用上");
        await Expect(SignInButton(page)).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_passkey_that_was_removed_opens_nothing_and_the_page_says_what_else_to_do()
    {
        await using var portal = await portals.OpenAsync();
        var address = Named(portal.Serve());
        await using var visit = await chromium.VisitAsync(address);
        var page = visit.Page;
        await Passkeys.OnAsync(page);
        await AddAsync(portal, visit, address);
        await portal.ReadAsync(db => db.Passkeys.ExecuteDeleteAsync());
        await page.Context.ClearCookiesAsync();

        await page.GotoAsync(Links.SignIn);
        await SignInButton(page).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有认出这把通行密钥");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "换别的方式登录" })).ToBeVisibleAsync();
        Assert.Equal(1, await portal.ReadAsync(db => db.Set<Data.Audit.AuditEntry>().CountAsync(e => e.Action == "session.start" && e.Result == Data.Audit.AuditResult.Refused)));
    }

    private static async Task AddAsync(PortalHost portal, Visit visit, Uri address)
    {
        var account = await portal.AccountAsync("安审", StaffRole.AuditAdministrator);
        await portal.SignInAsync(visit, account, address);
        await visit.Page.GotoAsync(Links.MyPasskeys);
        await visit.Page.GetByLabel("名字").FillAsync("办公电脑");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "办公电脑" })).ToBeVisibleAsync();
    }

    private static ILocator SignInButton(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" });

    private static Uri Named(Uri address) => new UriBuilder(address) { Host = "localhost" }.Uri;
}
