using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Me;

/// <summary>What people agree to, and what they withdraw.</summary>
public sealed class ConsentTests(PortalDatabase database)
{
    [Fact]
    public async Task A_new_version_of_the_notice_is_agreed_to_before_anything_else_and_can_be_withdrawn()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = await portal.SignedInAsync(await portal.AccountAsync("lin"));
        await portal.ReadAsync(db => db.Consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.Version, "2020-01")));

        Assert.Equal("302 /me/consent?returnUrl=%2Fme%2Fsessions", (await browser.GetAsync("/me/sessions")).WhereTo);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/me/data"));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/privacy"));
        Assert.Equal("302 /", (await browser.GetAsync("/sign-out")).WhereTo);
        const string Asked = "/me/consent?returnUrl=%2Fme%2Fsessions";
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.FillAsync(Asked, ("Input.Agreed", "false"))).StatusCode);
        Assert.Equal("302 /me/sessions", (await browser.FillAsync(Asked, ("Input.Agreed", "true"))).WhereTo);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/me/sessions"));
        Assert.Equal(2, await portal.ReadAsync(db => db.Consents.CountAsync()));

        await browser.FillAsync("/me/data", [("purpose", nameof(ConsentPurpose.Account))], "/me/data?handler=Withdraw");

        Assert.Equal(2, await portal.ReadAsync(db => db.Consents.CountAsync(c => c.WithdrawnAt != null)));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/me/sessions"));
    }

    [Fact]
    public async Task Whoever_withdraws_is_not_shown_as_a_contact_any_more()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        var company = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        var contact = new OrganisationContact(company.Id, "lin", "0000-7703325", null);
        contact.Show(agreed: true, portal.Clock.GetUtcNow());
        await portal.SaveAsync(company, contact, new Membership(company.Id, account.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));
        var browser = await portal.SignedInAsync(account);

        await browser.FillAsync("/me/data", [("purpose", nameof(ConsentPurpose.PublicContact))], "/me/data?handler=Withdraw");

        Assert.Null(await portal.ReadAsync(db => db.OrganisationContacts.Select(c => c.ShownSince).SingleAsync()));
    }
}
