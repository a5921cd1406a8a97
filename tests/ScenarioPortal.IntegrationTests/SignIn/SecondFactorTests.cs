using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Accounts;
using Xunit;

namespace ScenarioPortal.IntegrationTests.SignIn;

public sealed class SecondFactorTests(PortalDatabase database)
{
    private readonly byte[] _secret = TimeCode.NewSecret();

    [Fact]
    public async Task A_code_is_asked_for_and_works_once()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin", secret: _secret);
        var code = portal.CodeOf(_secret);
        using var first = await AtTheCodeAsync(portal, account, "/opportunities");
        using var second = await AtTheCodeAsync(portal, account, "/opportunities");

        await first.SendAsync(("Input.Code", $"{code[..3]} {code[3..]}"));
        await second.SendAsync(("Input.Code", code));

        Assert.Equal((HttpStatusCode.Redirect, "/opportunities"), (first.Status, first.Location));
        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.Contains("已经用过", second.Page.GetElementById("Input_Code-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_send_the_same_code_at_the_same_moment_do_not_both_get_in()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin", secret: _secret);
        var browsers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AtTheCodeAsync(portal, account, "/")));

        await Task.WhenAll(browsers.Select(b => b.SendAsync(("Input.Code", portal.CodeOf(_secret)))));

        Assert.Equal(1, browsers.Count(b => b.Status is HttpStatusCode.Redirect));
    }

    [Fact]
    public async Task With_a_password_alone_nothing_is_open_but_the_second_step()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin", secret: _secret);
        using var browser = await AtTheCodeAsync(portal, account, "/");

        await browser.OpenAsync("/me");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in/code?returnUrl=%2Fme"), (browser.Status, browser.Location));
        await browser.OpenAsync("/sign-in/set-up");

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in/code"), (browser.Status, browser.Location));
    }

    [Fact]
    public async Task The_sixth_wrong_code_waits()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin", secret: _secret);
        using var browser = await AtTheCodeAsync(portal, account, "/");

        for (var i = 0; i < GuessLimit.Free; i++)
        {
            await browser.SendAsync(("Input.Code", "000000x"));
            Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        }

        await browser.SendAsync(("Input.Code", portal.CodeOf(_secret)));

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
    }

    [Fact]
    public async Task Setting_up_shows_recovery_codes_once_keeps_their_hashes_and_each_works_once()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("chen", StaffRole.AuditAdministrator);
        using var browser = portal.Forms();
        await browser.TryAsync(account.Email!, Members.Password);
        await browser.FollowAsync();
        var secret = SecretOn(browser);
        await browser.SendAsync(("Input.Code", "111111x"));
        Assert.Equal((HttpStatusCode.BadRequest, Base32.Encode(secret)), (browser.Status, Base32.Encode(SecretOn(browser))));

        await browser.SendAsync(("Input.Code", portal.CodeOf(secret)));

        string[] codes = [.. browser.Page.QuerySelectorAll(".codes li").Select(c => c.TextContent)];
        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        var kept = await portal.ReadAsync(db => db.RecoveryCodes.Select(c => c.Hash).ToListAsync());
        Assert.DoesNotContain(kept, hash => codes.Contains(hash));
        Assert.All(kept, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.DoesNotContain(Convert.ToHexString(secret), (await portal.ReadAsync(db => db.Accounts.SingleAsync())).TotpSecret!, StringComparison.OrdinalIgnoreCase);
        Assert.Single(await portal.MailToAsync(account.Email!), m => m.Subject!.StartsWith("第二重验证已更改", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, (await WithRecoveryCodeAsync(portal, account, codes[0].ToLowerInvariant())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await WithRecoveryCodeAsync(portal, account, codes[0])).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await WithRecoveryCodeAsync(portal, account, codes[1].Replace("-", " ", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task A_demonstration_account_signs_in_with_a_password_alone()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("demo", StaffRole.AuditAdministrator, demonstration: true);
        using var browser = portal.Forms();

        await browser.TryAsync(account.Email!, Members.Password, "/sign-in?returnUrl=%2Freleases");
        await browser.FollowAsync();

        Assert.Equal("/releases", browser.Last.RequestMessage!.RequestUri!.PathAndQuery);
    }

    private static async Task<FormBrowser> AtTheCodeAsync(PortalHost portal, Account account, string back)
    {
        var browser = portal.Forms();
        await browser.TryAsync(account.Email!, Members.Password, $"/sign-in?returnUrl={Uri.EscapeDataString(back)}");
        await browser.FollowAsync();
        Assert.StartsWith("/sign-in/code", browser.Last.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
        return browser;
    }

    private static async Task<FormBrowser> WithRecoveryCodeAsync(PortalHost portal, Account account, string code) =>
        await (await AtTheCodeAsync(portal, account, "/")).SendAsync(("Input.RecoveryCode", code));

    private static byte[] SecretOn(FormBrowser browser) => Secrets.Decode(browser.Page.QuerySelector(".secret")!.TextContent);
}
