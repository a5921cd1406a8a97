using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Accounts;
using Xunit;

namespace ScenarioPortal.IntegrationTests.SignIn;

public sealed partial class ResetTests(PortalDatabase database)
{
    private const string NewPassword = "Grüner-Hund-9-bellt";

    [Fact]
    public async Task A_forgotten_password_is_replaced_with_a_link_that_works_once_and_all_sessions_end()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        await portal.SessionAsync(account);
        using var browser = portal.Forms();
        var link = await AskAsync(portal, browser, account.Email!);

        await browser.OpenAsync(link);
        await browser.OpenAsync(link);
        await browser.SendAsync(("Input.Password", NewPassword));

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (browser.Status, browser.Location));
        Assert.Equal(0, await portal.ReadAsync(db => db.Sessions.CountAsync()));
        Assert.Equal("/sign-in/forgotten", (await browser.OpenAsync(link)).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.TryAsync(account.Email!, Members.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.TryAsync(account.Email!, NewPassword)).Status);
        Assert.Contains(await portal.MailToAsync(account.Email!), m => m.Subject!.StartsWith("密码已更改", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reset_does_not_stand_in_for_the_second_factor()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("chen", StaffRole.AuditAdministrator, TimeCode.NewSecret());
        using var browser = portal.Forms();
        await browser.OpenAsync(await AskAsync(portal, browser, account.Email!));
        await browser.SendAsync(("Input.Password", NewPassword));

        await browser.TryAsync(account.Email!, NewPassword, "/sign-in?returnUrl=%2Fme");
        await browser.FollowAsync();

        Assert.Equal("/sign-in/code?returnUrl=%2Fme", browser.Last.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Fact]
    public async Task The_link_is_over_after_thirty_minutes_and_only_its_hash_is_kept()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Forms();
        var link = await AskAsync(portal, browser, account.Email!);
        var secret = link.Split('/')[^1];
        Assert.Equal(SecretKey.Hash(secret), (await portal.ReadAsync(db => db.OneTimeLinks.SingleAsync())).SecretHash);

        portal.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(link)).Status);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("/sign-in/forgotten", (await browser.OpenAsync(link)).Location);
    }

    [Fact]
    public async Task Whether_an_address_has_an_account_the_answer_does_not_say()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        List<(HttpStatusCode, string)> answers = [];

        foreach (var email in (string[])[account.Email!, "nobody@example.cn"])
        {
            using var browser = portal.Forms();
            await browser.OpenAsync("/sign-in/forgotten");
            await browser.SendAsync(("Input.Email", email));
            answers.Add((browser.Status, browser.Page.QuerySelector("main")!.TextContent));
        }

        Assert.Equal(HttpStatusCode.OK, answers[0].Item1);
        Assert.Equal(answers[0], answers[1]);
        Assert.Empty(await portal.MailToAsync("nobody@example.cn"));
    }

    [Fact]
    public async Task Nobody_s_mail_box_is_flooded()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Forms();

        for (var i = 0; i < 10; i++)
        {
            await browser.OpenAsync("/sign-in/forgotten");
            await browser.SendAsync(("Input.Email", account.Email!));
            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }

        Assert.Equal(GuessLimit.Free, (await portal.MailToAsync(account.Email!)).Count);
    }

    [Theory]
    [InlineData("a@b.cn\r\nBcc: x@example.cn")]
    [InlineData("a@b.cn,x@example.cn")]
    [InlineData("a b@example.cn")]
    [InlineData("@example.cn")]
    [InlineData("a@example")]
    public async Task An_address_in_which_a_second_header_could_hide_is_refused(string address)
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var browser = portal.Forms();
        await browser.OpenAsync("/sign-in/forgotten");

        await browser.SendAsync(("Input.Email", address));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.NotNull(browser.Page.GetElementById("Input_Email-error"));
    }

    [Fact]
    public async Task Staff_do_not_get_one_of_their_last_five_passwords_again()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("chen", StaffRole.AuditAdministrator);
        using var browser = portal.Forms();
        string[] passwords = [.. Enumerable.Range(0, 5).Select(i => $"Blaue-Kuh-{i}-muht-laut")];

        foreach (var password in passwords)
        {
            Assert.Equal((password, HttpStatusCode.Redirect), (password, await ResetToAsync(portal, browser, account.Email!, password)));
        }

        foreach (var password in passwords)
        {
            Assert.Equal((password, HttpStatusCode.BadRequest), (password, await ResetToAsync(portal, browser, account.Email!, password)));
        }

        Assert.Equal(HttpStatusCode.Redirect, await ResetToAsync(portal, browser, account.Email!, Members.Password));
    }

    private static async Task<HttpStatusCode> ResetToAsync(PortalHost portal, FormBrowser browser, string email, string password)
    {
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await browser.OpenAsync(await AskAsync(portal, browser, email));
        return (await browser.SendAsync(("Input.Password", password))).Status;
    }

    private static async Task<string> AskAsync(PortalHost portal, FormBrowser browser, string email)
    {
        await browser.OpenAsync("/sign-in/forgotten");
        await browser.SendAsync(("Input.Email", email));
        var mail = (await portal.MailToAsync(email)).Last(m => m.Subject!.StartsWith("重设密码", StringComparison.Ordinal));
        return new Uri(Link().Match(((TextPart)mail.Body!).Text).Value).AbsolutePath;
    }

    [GeneratedRegex(@"https?://\S+/sign-in/reset/\S+")]
    private static partial Regex Link();
}
