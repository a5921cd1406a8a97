using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Privacy;
using Xunit;

namespace ScenarioPortal.IntegrationTests.SignIn;

public sealed class InvitationTests(PortalDatabase database)
{
    private static readonly (string, string)[] Filled = [("Input.Name", "新同事"), ("Input.Password", Members.Password), ("Input.Agreed", "true")];

    [Fact]
    public async Task An_invited_person_gets_an_account_and_what_was_promised_and_nothing_else_with_the_same_link()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = new Organisation("听澜语音科技有限公司", OrganisationKind.Company);
        await portal.SaveAsync(company);
        var link = await InviteAsync(portal, new Invited { Email = "new@example.cn", To = new Invitation { OrganisationId = company.Id, MemberRole = MemberRole.Editor }, Promised = "成员" });
        var mail = Assert.Single(await portal.MailToAsync("new@example.cn"));
        Assert.Contains(link, ((TextPart)mail.Body!).Text, StringComparison.Ordinal);
        using var browser = portal.Forms();
        await browser.OpenAsync(link);

        await browser.SendAsync(Filled);

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        var account = await portal.ReadAsync(db => db.Accounts.SingleAsync());
        Assert.True(account.EmailConfirmed);
        var membership = await portal.ReadAsync(db => db.Memberships.SingleAsync());
        Assert.Equal((company.Id, account.Id, MemberRole.Editor), (membership.OrganisationId, membership.AccountId, membership.Role));
        Assert.Equal(PrivacyNotice.Version, (await portal.ReadAsync(db => db.Consents.SingleAsync())).Version);
        await browser.FollowAsync();
        Assert.Equal("欢迎加入。", browser.Page.QuerySelector(".banner-good p")!.TextContent);
        using var second = portal.Forms();
        Assert.Equal("/sign-in", (await second.OpenAsync(link)).Location);
    }

    [Fact]
    public async Task The_first_administrator_comes_in_by_the_link_that_the_console_shows_and_must_have_a_second_factor()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var link = (await portal.Services.GetRequiredService<AdministratorLinks>().MakeForTheFirstAsync(CancellationToken.None))!;
        using var browser = portal.Forms();
        await browser.OpenAsync(new Uri(link).AbsolutePath);

        await browser.SendAsync([.. Filled, ("Input.Email", "admin@example.cn")]);
        await browser.FollowAsync();

        Assert.Equal("/sign-in/set-up", browser.Last.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(StaffRole.SystemAdministrator, (await portal.ReadAsync(db => db.StaffGrants.SingleAsync())).Role);
        Assert.Null(await portal.Services.GetRequiredService<AdministratorLinks>().MakeForTheFirstAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Every_mistake_in_the_form_is_said_at_its_field_and_uses_nothing_up()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var link = await InviteAsync(portal, new Invited { Email = "new@example.cn", To = new Invitation { StaffRole = StaffRole.Expert } });
        using var browser = portal.Forms();
        await browser.OpenAsync(link);

        await browser.SendAsync(("Input.Name", ""), ("Input.Password", ""));
        Assert.Equal(["#Input_Name", "#Input_Password", "#Input_Agreed"], browser.Page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
        await browser.SendAsync(("Input.Name", "新同事"), ("Input.Password", "zu kurz"), ("Input.Agreed", "true"));
        Assert.NotNull(browser.Page.GetElementById("Input_Password-error"));
        Assert.Equal(0, await portal.ReadAsync(db => db.Accounts.CountAsync()));

        await browser.SendAsync(Filled);

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    [Fact]
    public async Task Somebody_who_has_an_account_signs_in_first_and_adds_to_it()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("demo", demonstration: true);
        var link = await InviteAsync(portal, new Invited { Email = account.Email!, To = new Invitation { StaffRole = StaffRole.Expert } });
        using var browser = portal.Forms();
        await browser.OpenAsync(link);
        Assert.Empty(browser.Page.QuerySelectorAll("main form"));

        await browser.TryAsync(account.Email!, Members.Password, browser.Page.QuerySelector("main a.btn-primary")!.GetAttribute("href")!);
        await browser.FollowAsync();
        await browser.SendAsync();

        Assert.Equal(account.Id, (await portal.ReadAsync(db => db.StaffGrants.SingleAsync())).AccountId);
        Assert.Equal(1, await portal.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task An_invitation_is_over_after_a_day()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var link = await InviteAsync(portal, new Invited { Email = "new@example.cn", To = new Invitation { StaffRole = StaffRole.Expert } });
        using var browser = portal.Forms();

        portal.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal("/sign-in", (await browser.OpenAsync(link)).Location);
    }

    private static async Task<string> InviteAsync(PortalHost portal, Invited invited)
    {
        await portal.ReadAsync(async db =>
        {
            portal.Services.GetRequiredService<OneTimeLinks>().Invite(db, invited);
            return await db.SaveChangesAsync();
        });
        var mail = (await portal.MailToAsync(invited.Email))[^1];
        return ((TextPart)mail.Body!).Text.Split('\n').First(l => l.Contains("/invitations/", StringComparison.Ordinal)).Trim() is var address ? new Uri(address).AbsolutePath : "";
    }
}
