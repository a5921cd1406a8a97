using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Accounts;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Me;

/// <summary>Passwords, factors and sessions in the hands of their owner.</summary>
public sealed class AccountSafetyTests(PortalDatabase database)
{
    private const string Other = "a quite different sentence 7";

    [Fact]
    public async Task A_new_password_wants_the_present_one_ends_all_other_sessions_and_is_told_by_mail()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        var (here, elsewhere) = (await portal.SignedInAsync(account), await portal.SignedInAsync(account));

        Assert.Equal(HttpStatusCode.BadRequest, (await here.FillAsync("/me/password", ("Input.Current", "wrong"), ("Input.New", Other), ("Input.Again", Other))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await here.FillAsync("/me/password", ("Input.Current", Home.Password), ("Input.New", "short"), ("Input.Again", "short"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await elsewhere.StatusAsync("/me"));
        var done = await here.FillAsync("/me/password", ("Input.Current", Home.Password), ("Input.New", Other), ("Input.Again", Other));

        Assert.Equal("302 /me", done.WhereTo);
        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync("/me"));
        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.StatusAsync("/me"));
        Assert.Equal(account.Email, await portal.ReadAsync(db => db.Mail.Select(m => m.To).SingleAsync()));
        var hash = await portal.ReadAsync(db => db.Accounts.Select(a => a.PasswordHash!).SingleAsync());
        Assert.Equal(PasswordVerificationResult.Success, portal.Services.GetRequiredService<IPasswordHasher<Account>>().VerifyHashedPassword(account, hash, Other));
    }

    [Fact]
    public async Task An_authenticator_app_is_set_up_with_a_code_and_comes_with_codes_shown_once()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        var (here, elsewhere) = (await portal.SignedInAsync(account, Factors.Password), await portal.SignedInAsync(account, Factors.Password));

        await SetUpAsync(portal, here);

        var shown = await (await here.GetAsync("/me/second-factor")).Content.ReadAsStringAsync();
        Assert.Equal(RecoveryCodes.Count, System.Text.RegularExpressions.Regex.Count(shown, "<li>[A-Z2-7]{4}(-[A-Z2-7]{4}){3}</li>"));
        Assert.DoesNotContain("class=\"codes\"", await (await here.GetAsync("/me/second-factor")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.StatusAsync("/me"));
        Assert.Equal(1, await portal.ReadAsync(db => db.Mail.CountAsync()));
    }

    [Fact]
    public async Task Staff_cannot_remove_their_last_second_factor_and_companies_can()
    {
        await using var portal = await PortalHost.StartAsync(database);
        foreach (var (name, post, expected) in ((string, StaffRole?, HttpStatusCode)[])[("shen", StaffRole.Reviewer, HttpStatusCode.BadRequest), ("lin", null, HttpStatusCode.Redirect)])
        {
            var browser = await portal.SignedInAsync(await portal.AccountAsync(name, post));
            await SetUpAsync(portal, browser);

            var removed = await browser.FillAsync("/me/second-factor?handler=Remove");

            Assert.Equal(expected, removed.StatusCode);
        }
    }

    [Fact]
    public async Task A_session_is_ended_from_another_and_nobody_ends_a_strangers()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (account, stranger) = (await portal.AccountAsync("lin"), await portal.AccountAsync("wang"));
        var (here, elsewhere, theirs) = (await portal.SignedInAsync(account), await portal.SignedInAsync(account), await portal.SignedInAsync(stranger));
        var strange = await portal.ReadAsync(db => db.Sessions.Where(s => s.AccountId == stranger.Id).Select(s => s.Id).SingleAsync());

        var foreign = await here.FillAsync("/me/sessions?handler=End", ("id", $"{strange}"));
        var missing = await here.FillAsync("/me/sessions?handler=End", ("id", $"{Guid.CreateVersion7()}"));
        var ended = await here.FillAsync("/me/sessions?handler=EndOthers");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, missing.StatusCode));
        Assert.Equal("302 /me/sessions", ended.WhereTo);
        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync("/me"));
        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.StatusAsync("/me"));
        Assert.Equal(HttpStatusCode.OK, await theirs.StatusAsync("/me"));
    }

    [Fact]
    public async Task What_is_taken_away_is_gone_with_the_next_request()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("ding", StaffRole.AuditAdministrator);
        var browser = await portal.SignedInAsync(account);
        Assert.Contains("审计管理员", await browser.GetStringAsync("/me"), StringComparison.Ordinal);

        await portal.ReadAsync(db => db.StaffGrants.ExecuteDeleteAsync());
        Assert.DoesNotContain("审计管理员", await browser.GetStringAsync("/me"), StringComparison.Ordinal);
        await portal.ReadAsync(db => db.Accounts.ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, portal.Clock.GetUtcNow())));

        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/me"));
    }

    private static async Task SetUpAsync(PortalHost portal, HttpClient browser)
    {
        var page = await browser.GetAsync("/me/second-factor");
        var html = await page.Content.ReadAsStringAsync();
        var secret = BytesOf(System.Text.RegularExpressions.Regex.Match(html, "<code class=\"secret\">([A-Z2-7 ]+)</code>").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        var fields = await page.FieldsAsync("form:has([name='Input.Code'])");
        fields["Input.Code"] = TimeCode.At(secret, TimeCode.StepAt(portal.Clock.GetUtcNow()));
        Assert.Equal("302 /me/second-factor", (await browser.SendAsync("/me/second-factor", fields)).WhereTo);
    }

    /// <summary>The key as an app reads it: five bits a letter.</summary>
    private static byte[] BytesOf(string key)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
