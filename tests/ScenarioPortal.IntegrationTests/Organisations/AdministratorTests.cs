using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Organisations;

/// <summary>Three administrators, three kinds of work, and nobody who does another's or their own.</summary>
public sealed class AdministratorTests(PortalDatabase database)
{
    [Fact]
    public async Task A_disabled_account_is_out_with_the_next_request()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        var owner = await portal.SignedInAsync(company.Owner);
        var system = await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));
        var page = $"/administration/accounts/{company.Owner.Id}";
        Assert.Contains("owner@example.cn", await system.ReadAsync("/administration/accounts?q=OWNER"), StringComparison.Ordinal);

        await system.SubmitAsync(page, [], $"{page}?handler=Disable");

        Assert.Equal(HttpStatusCode.Redirect, (await owner.GetAsync($"{company.Address}/edit")).StatusCode);
        Assert.Equal(0, await portal.ReadAsync(db => db.Sessions.CountAsync(s => s.AccountId == company.Owner.Id)));
        await system.SubmitAsync(page, [], $"{page}?handler=Enable");
        Assert.Null((await portal.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == company.Owner.Id))).DisabledAt);
    }

    [Fact]
    public async Task Nobody_disables_or_promotes_themselves()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (system, security) = (await portal.StaffAsync("system", StaffRole.SystemAdministrator), await portal.StaffAsync("security", StaffRole.SecurityAdministrator));
        var (first, second) = (await portal.SignedInAsync(system), await portal.SignedInAsync(security));

        var disabled = await first.SubmitAsync("/administration/units", [], $"/administration/accounts/{system.Id}?handler=Disable");
        var promoted = await second.SubmitAsync($"/security/roles", [new("Input.Role", "Expert")], $"/security/roles/{security.Id}");

        Assert.Equal(HttpStatusCode.BadRequest, disabled.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, promoted.StatusCode);
        Assert.Equal(2, await portal.ReadAsync(db => db.StaffGrants.CountAsync()));
        Assert.Null((await portal.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == system.Id))).DisabledAt);
    }

    [Fact]
    public async Task None_of_the_administrators_can_open_another_s_pages()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var roles = new[] { StaffRole.SystemAdministrator, StaffRole.SecurityAdministrator, StaffRole.AuditAdministrator, StaffRole.Expert };
        var pages = new Dictionary<string, StaffRole?> { ["/administration/accounts"] = roles[0], ["/administration/units"] = roles[0], ["/security/roles"] = roles[1], ["/security/factors"] = roles[1], ["/review"] = null };

        foreach (var role in roles)
        {
            var browser = await portal.SignedInAsync(await portal.StaffAsync($"{role}", role));
            foreach (var (page, whose) in pages)
            {
                Assert.Equal(whose == role ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync(page)).StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_unit_is_made_verified_with_an_invitation_for_its_first_owner()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var system = await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));

        var made = await system.SubmitAsync("/administration/units", [new("Input.Name", "示范街道办"), new("Input.Code", "914403001922038216"), new("Input.Kind", "Government"), new("Input.Region", "110101"), new("Input.Email", "head@example.cn")]);

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var unit = await portal.ReadAsync(db => db.Organisations.SingleAsync());
        Assert.Equal((OrganisationKind.Government, OrganisationStatus.Verified), (unit.Kind, unit.Status));
        var link = await portal.ReadAsync(db => db.OneTimeLinks.AsNoTracking().SingleAsync());
        Assert.Equal((unit.Id, MemberRole.Owner), (link.Invitation!.OrganisationId!.Value, link.Invitation.MemberRole!.Value));

        await system.SubmitAsync("/administration/units", [new("unit", $"{unit.Id}")], "/administration/units?handler=Invite");
        Assert.NotEqual(link.Id, (await portal.ReadAsync(db => db.OneTimeLinks.SingleAsync())).Id);
    }

    [Fact]
    public async Task A_role_is_given_and_taken_and_each_ends_the_sessions_of_that_account()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var security = await portal.SignedInAsync(await portal.StaffAsync("security", StaffRole.SecurityAdministrator));
        var account = portal.NewAccount("reviewer");
        await portal.SaveAsync(account);
        await portal.SessionAsync(account);
        var page = $"/security/roles/{account.Id}";

        var incomplete = await security.SubmitAsync(page, [new("Input.Role", "Reviewer")]);
        await security.SubmitAsync(page, [new("Input.Role", "Reviewer"), new("Input.Region", "110000")]);

        Assert.Equal(HttpStatusCode.BadRequest, incomplete.StatusCode);
        Assert.Contains("请写审核人员负责的区域", await incomplete.ReadAsync(), StringComparison.Ordinal);
        var grant = await portal.ReadAsync(db => db.StaffGrants.SingleAsync(g => g.AccountId == account.Id));
        Assert.Equal((StaffRole.Reviewer, "110000"), (grant.Role, grant.RegionCode));
        Assert.Equal(0, await portal.ReadAsync(db => db.Sessions.CountAsync(s => s.AccountId == account.Id)));

        await security.SubmitAsync(page, [new("grant", $"{grant.Id}")], $"{page}?handler=Take");
        Assert.Equal(0, await portal.ReadAsync(db => db.StaffGrants.CountAsync(g => g.AccountId == account.Id)));
    }

    [Fact]
    public async Task Nobody_is_two_of_the_three_administrators()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var security = await portal.SignedInAsync(await portal.StaffAsync("security", StaffRole.SecurityAdministrator));
        var system = await portal.StaffAsync("system", StaffRole.SystemAdministrator);

        var answer = await security.SubmitAsync($"/security/roles/{system.Id}", [new("Input.Role", "AuditAdministrator")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("不能由同一个人担任", await answer.ReadAsync(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<DbUpdateException>(() => portal.SaveAsync(new StaffGrant(system.Id, StaffRole.AuditAdministrator, null, portal.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task A_second_factor_is_reset_by_two_administrators_and_never_by_one()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var one = await portal.SignedInAsync(await portal.StaffAsync("one", StaffRole.SecurityAdministrator));
        var two = await portal.SignedInAsync(await portal.StaffAsync("two", StaffRole.SecurityAdministrator));
        var account = portal.NewAccount("loser");
        account.TotpSecret = "secret";
        await portal.SaveAsync(account, new RecoveryCode(account.Id, "hash"));
        await portal.SessionAsync(account);

        await one.SubmitAsync($"/security/roles/{account.Id}", [], $"/security/roles/{account.Id}?handler=Propose");
        var proposal = await portal.ReadAsync(db => db.FactorResets.AsNoTracking().SingleAsync());
        var alone = await one.SubmitAsync("/security/factors", [new("reset", $"{proposal.Id}")]);
        Assert.Equal(HttpStatusCode.BadRequest, alone.StatusCode);
        Assert.NotNull((await portal.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).TotpSecret);

        var confirmed = await two.SubmitAsync("/security/factors", [new("reset", $"{proposal.Id}")]);

        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Null((await portal.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).TotpSecret);
        Assert.Equal(0, await portal.ReadAsync(db => db.RecoveryCodes.CountAsync()));
        Assert.Equal(0, await portal.ReadAsync(db => db.Sessions.CountAsync(s => s.AccountId == account.Id)));
    }
}
