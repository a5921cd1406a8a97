using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Me;

/// <summary>What a stranger at an unlocked desk cannot do.</summary>
public sealed class SensitiveTests(PortalDatabase database)
{
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(6);

    [Theory]
    [InlineData("/me/passkeys")]
    [InlineData("/me/second-factor")]
    public async Task A_sensitive_page_opens_after_a_fresh_proof(string page)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = await portal.SignedInAsync(await portal.AccountAsync("lin"));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(page));
        portal.Clock.Advance(TooLong);

        var sentAway = await browser.GetAsync(page);
        var confirm = sentAway.Headers.Location!.OriginalString;
        Assert.Equal($"/me/confirm?returnUrl={Uri.EscapeDataString(page)}", confirm);
        var wrong = await browser.FillAsync(confirm, ("Proof.IsGiven", "true"), ("Proof.Password", "something else"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var right = await browser.FillAsync(confirm, ("Proof.IsGiven", "true"), ("Proof.Password", Home.Password));

        Assert.Equal($"302 {page}", right.WhereTo);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(page));
        Assert.Equal(["session.confirm", "session.confirm"], await portal.ActsAsync());
    }

    [Theory]
    [InlineData("/me/data?handler=Mail")]
    [InlineData("/me/data/file")]
    [InlineData("/me/erase")]
    [InlineData("/organisations/{0}/members")]
    [InlineData("/organisations/{0}/members?handler=Role")]
    [InlineData("/organisations/{0}/members?handler=Remove")]
    [InlineData("/organisations/{0}/members?handler=HandOver")]
    [InlineData("/organisations/{0}/mandates")]
    [InlineData("/organisations/{0}/mandates?handler=End")]
    [InlineData("/administration/accounts/{1}?handler=Disable", StaffRole.SystemAdministrator)]
    [InlineData("/administration/accounts/{1}?handler=Enable", StaffRole.SystemAdministrator)]
    [InlineData("/administration/accounts/{1}?handler=EndSessions", StaffRole.SystemAdministrator)]
    [InlineData("/security/roles/{1}", StaffRole.SecurityAdministrator)]
    [InlineData("/security/roles/{1}?handler=Take", StaffRole.SecurityAdministrator)]
    [InlineData("/security/roles/{1}?handler=Propose", StaffRole.SecurityAdministrator)]
    [InlineData("/security/factors", StaffRole.SecurityAdministrator)]
    [InlineData("/security/factors?handler=Drop", StaffRole.SecurityAdministrator)]
    public async Task What_could_take_an_account_an_organisation_or_a_role_away_waits_for_a_fresh_proof(string form, StaffRole? post = null)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (account, other) = (await portal.AccountAsync("lin", post), await portal.AccountAsync("wang"));
        var company = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        await portal.SaveAsync(company, new Membership(company.Id, account.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));
        var browser = await portal.SignedInAsync(account);
        var address = string.Format(CultureInfo.InvariantCulture, form, company.Id, other.Id);
        var fields = await (await browser.GetAsync("/me/data")).FieldsAsync();
        portal.Clock.Advance(TooLong);

        var away = await browser.SendAsync(address, fields);

        Assert.Equal($"307 /me/confirm?returnUrl={Uri.EscapeDataString(address)}", away.WhereTo);
        Assert.Empty(await portal.ActsAsync());
    }

    [Fact]
    public async Task A_form_that_waits_for_a_proof_is_sent_on_as_it_was_typed_except_for_passwords()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = await portal.SignedInAsync(await portal.AccountAsync("lin"));
        var form = await (await browser.GetAsync("/me/passkeys")).FieldsAsync();
        (form["Input.Name"], form["SomePassword"]) = ("书房的电脑", "secret");
        portal.Clock.Advance(TooLong);

        var away = await browser.SendAsync("/me/passkeys", form);
        Assert.Equal("307 /me/confirm?returnUrl=%2Fme%2Fpasskeys", away.WhereTo);
        var waiting = await browser.SendAsync(away.Headers.Location!.OriginalString, form);
        var kept = await waiting.FieldsAsync();
        Assert.Equal(HttpStatusCode.OK, waiting.StatusCode);
        Assert.Equal("书房的电脑", kept["Input.Name"]);
        Assert.DoesNotContain("SomePassword", kept.Keys);
        kept["Proof.Password"] = Home.Password;
        var onward = await browser.SendAsync(away.Headers.Location!.OriginalString, kept);

        Assert.Equal("307 /me/passkeys", onward.WhereTo);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync("/me/passkeys", kept)).StatusCode);
    }

    [Fact]
    public async Task A_proof_gives_the_session_a_new_key_and_no_longer_life()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        var browser = await portal.SignedInAsync(account);
        using var copy = portal.Browser();
        copy.DefaultRequestHeaders.Add("Cookie", browser.DefaultRequestHeaders.GetValues("Cookie"));
        var before = await portal.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync());
        portal.Clock.Advance(TooLong);

        await browser.FillAsync("/me/confirm", ("Proof.IsGiven", "true"), ("Proof.Password", Home.Password));

        var after = await portal.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync());
        Assert.Equal((before.Id, before.StartedAt), (after.Id, after.StartedAt));
        Assert.Equal(portal.Clock.GetUtcNow(), after.ConfirmedAt);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/me"));
        Assert.Equal(HttpStatusCode.Redirect, await copy.StatusAsync("/me"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_proof_leads_nowhere_outside(string address)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = await portal.SignedInAsync(await portal.AccountAsync("lin"));

        var answer = await browser.FillAsync($"/me/confirm?returnUrl={Uri.EscapeDataString(address)}", ("Proof.IsGiven", "true"), ("Proof.Password", Home.Password));

        Assert.Equal("302 /me", answer.WhereTo);
    }
}
