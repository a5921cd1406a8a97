using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Audit;
using ScenarioPortal.Domain.Accounts;
using Xunit;

namespace ScenarioPortal.IntegrationTests.SignIn;

public sealed class PasswordSignInTests(PortalDatabase database)
{
    [Fact]
    public async Task Somebody_signs_in_and_comes_back_to_the_page_they_wanted()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Forms();

        await browser.TryAsync(account.Email!, Members.Password, "/sign-in?returnUrl=%2Fopportunities%3Fq%3D1");
        await browser.FollowAsync();

        Assert.Equal("/opportunities?q=1", browser.Last.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains("lin", browser.Page.QuerySelector(".site-tools")!.TextContent, StringComparison.Ordinal);
        Assert.True(browser.Last.Headers.CacheControl!.NoStore);
        Assert.Equal(1, await portal.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "session.start" && a.Result == AuditResult.Done)));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData(@"/\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("%2f%2fevil.example")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string target)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Forms();

        await browser.TryAsync(account.Email!, Members.Password, $"/sign-in?returnUrl={Uri.EscapeDataString(target)}");
        await browser.FollowAsync();

        Assert.Equal("/", browser.Last.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_disabled_account_get_the_same_answer()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        var disabled = await portal.MemberAsync("former");
        await portal.ReadAsync(db => db.Accounts.Where(a => a.Id == disabled.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, portal.Clock.GetUtcNow())));
        List<(HttpStatusCode, string)> answers = [];

        foreach (var (email, password) in ((string, string)[])[(account.Email!, "Not-the-password-1"), ("nobody@example.cn", Members.Password), (disabled.Email!, Members.Password)])
        {
            using var browser = portal.Forms();
            await browser.TryAsync(email, password);
            answers.Add((browser.Status, browser.Page.QuerySelector("main")!.TextContent));
        }

        Assert.Equal(HttpStatusCode.BadRequest, answers[0].Item1);
        Assert.Contains("邮箱或密码不对", answers[0].Item2, StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
        Assert.Equal(3, await portal.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "session.start" && a.Result == AuditResult.Refused)));
    }

    [Theory]
    [InlineData("Rote-Katze-7-schläft ")]
    [InlineData("rote-katze-7-schläft")]
    [InlineData("Rote-Katze-7-schläf")]
    public async Task A_password_is_taken_exactly_as_it_was_set(string nearly)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Forms();

        await browser.TryAsync(account.Email!, nearly);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_on_top()
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var browser = portal.Forms();

        await browser.TryAsync("", "");

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.StartsWith("有内容要改：登录", browser.Page.Title, StringComparison.Ordinal);
        Assert.Equal(["#Input_Email", "#Input_Password"], browser.Page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
        var email = browser.Page.GetElementById("Input_Email")!;
        Assert.Equal("true", email.GetAttribute("aria-invalid"));
        Assert.Equal("请填写邮箱。", browser.Page.GetElementById(email.GetAttribute("aria-describedby")!)!.TextContent);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Browser();

        var answer = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("Input.Email", account.Email!), new("Input.Password", Members.Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await portal.ReadAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task A_hash_with_fewer_rounds_is_renewed_when_its_owner_signs_in()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        var weak = new Microsoft.AspNetCore.Identity.PasswordHasher<Data.Accounts.Account>().HashPassword(account, Members.Password);
        await portal.ReadAsync(db => db.Accounts.ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, weak)));
        using var browser = portal.Forms();

        await browser.TryAsync(account.Email!, Members.Password);

        var hash = Convert.FromBase64String((await portal.ReadAsync(db => db.Accounts.SingleAsync())).PasswordHash!);
        Assert.Equal(2u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 210_000);
    }

    [Fact]
    public async Task Staff_without_a_second_factor_are_led_to_set_one_up_and_see_nothing_else()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("chen", StaffRole.AuditAdministrator);
        using var browser = portal.Forms();

        await browser.TryAsync(account.Email!, Members.Password, "/sign-in?returnUrl=%2Fme");
        await browser.FollowAsync();
        Assert.Equal("/sign-in/set-up?returnUrl=%2Fme", browser.Last.RequestMessage!.RequestUri!.PathAndQuery);
        await browser.OpenAsync("/audit");

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in/set-up?returnUrl=%2Faudit"), (browser.Status, browser.Location));
    }
}
