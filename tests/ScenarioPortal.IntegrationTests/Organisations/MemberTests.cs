using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Organisations;

/// <summary>Owners say who belongs to an organisation and who acts for it; there is always an owner.</summary>
public sealed class MemberTests(PortalDatabase database)
{
    [Fact]
    public async Task The_last_owner_cannot_leave_until_ownership_is_handed_over()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        var editor = await company.AddAsync(portal, "editor", MemberRole.Editor);
        var owner = await portal.SignedInAsync(company.Owner);
        var members = $"{company.Address}/members";

        var refused = await owner.SubmitAsync(members, [], $"{members}?handler=Leave");
        await owner.SubmitAsync(members, Of(await MembershipAsync(portal, editor)), $"{members}?handler=HandOver");
        var left = await owner.SubmitAsync(members, [], $"{members}?handler=Leave");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("您是最后一位负责人", await refused.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        var only = await portal.ReadAsync(db => db.Memberships.SingleAsync());
        Assert.Equal((editor.Id, MemberRole.Owner), (only.AccountId, only.Role));
    }

    [Fact]
    public async Task Of_two_owners_who_leave_at_the_same_moment_one_stays()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        var second = await company.AddAsync(portal, "second", MemberRole.Owner);
        var members = $"{company.Address}/members";
        var browsers = new[] { await portal.SignedInAsync(company.Owner), await portal.SignedInAsync(second) };

        var answers = await Task.WhenAll(browsers.Select(b => b.SubmitAsync(members, [], $"{members}?handler=Leave")));

        Assert.Equal(1, await portal.ReadAsync(db => db.Memberships.CountAsync(m => m.Role == MemberRole.Owner)));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Two_owners_cannot_overwrite_each_other()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        var reader = await company.AddAsync(portal, "reader", MemberRole.Reader);
        var owner = await portal.SignedInAsync(company.Owner);
        var members = $"{company.Address}/members";
        var seen = await MembershipAsync(portal, reader);

        var first = await owner.SubmitAsync(members, [.. Of(seen), new("role", "Editor")], $"{members}?handler=Role");
        var second = await owner.SubmitAsync(members, [.. Of(seen), new("role", "Owner")], $"{members}?handler=Role");

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(MemberRole.Editor, (await MembershipAsync(portal, reader)).Role);
    }

    [Fact]
    public async Task Only_owners_invite_and_change_and_strangers_find_nothing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        var editor = await portal.SignedInAsync(await company.AddAsync(portal, "editor", MemberRole.Editor));
        var members = $"{company.Address}/members";
        KeyValuePair<string, string>[] invitation = [new("Input.Email", "new@example.cn"), new("Input.Role", "Editor")];

        var forbidden = await editor.SubmitAsync(members, invitation);
        var sent = await (await portal.SignedInAsync(company.Owner)).SubmitAsync(members, invitation);

        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var link = await portal.ReadAsync(db => db.OneTimeLinks.SingleAsync());
        Assert.Equal((LinkPurpose.Invitation, "new@example.cn", company.Organisation.Id, MemberRole.Editor), (link.Purpose, link.Email, link.Invitation!.OrganisationId!.Value, link.Invitation.MemberRole!.Value));
        Assert.Equal("new@example.cn", (await portal.ReadAsync(db => db.Mail.SingleAsync())).To);
    }

    [Fact]
    public async Task What_an_operator_does_is_noted_as_done_through_it_and_ends_with_the_mandate()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        var centre = new Organisation("示范市场景创新促进中心", OrganisationKind.Operator);
        centre.Identify(new UnifiedSocialCreditCode("9144030071526726XG"));
        centre.Submit(portal.Clock.GetUtcNow());
        centre.Verify();
        var account = portal.NewAccount("operator");
        await portal.SaveAsync(centre, account, new Membership(centre.Id, account.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        var owner = await portal.SignedInAsync(company.Owner);
        var (mandates, edit) = ($"{company.Address}/mandates", $"{company.Address}/edit");
        var helper = await portal.SignedInAsync(account);
        Assert.Equal(HttpStatusCode.NotFound, (await helper.GetAsync(edit)).StatusCode);

        await owner.SubmitAsync(mandates, [new("Input.Operator", $"{centre.Id}")]);
        var edited = await helper.SubmitAsync(edit, ReviewTests.Edited(company.Organisation.Revision, ("Input.Profile", "做床边的雷达")));

        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
        var entry = await portal.ReadAsync(db => db.Audit.SingleAsync(e => e.Action == "organisation.edit"));
        Assert.Equal((company.Organisation.Id, centre.Id), (entry.OrganisationId!.Value, entry.ThroughOperatorId!.Value));
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync($"{company.Address}/members")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync(mandates)).StatusCode);

        var mandate = await portal.ReadAsync(db => db.Mandates.SingleAsync());
        await owner.SubmitAsync(mandates, [new("mandate", $"{mandate.Id}")], $"{mandates}?handler=End");
        Assert.Equal(HttpStatusCode.NotFound, (await helper.GetAsync(edit)).StatusCode);
    }

    [Fact]
    public async Task A_contact_person_is_shown_to_everyone_only_after_agreeing()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal);
        var owner = await portal.SignedInAsync(company.Owner);
        Assert.DoesNotContain("7703325", await portal.Browser().ReadAsync(company.Address), StringComparison.Ordinal);
        Assert.Contains("0000-7703325", await owner.ReadAsync(company.Address), StringComparison.Ordinal);

        await owner.SubmitAsync($"{company.Address}/edit", ReviewTests.Edited(company.Organisation.Revision, ("Input.ContactIsShown", "true")));

        Assert.Contains("0000-7703325", await (await portal.SignedInAsync(await StrangerAsync(portal))).ReadAsync(company.Address), StringComparison.Ordinal);
    }

    private static async Task<Account> StrangerAsync(PortalHost portal)
    {
        var account = portal.NewAccount("stranger");
        await portal.SaveAsync(account);
        return account;
    }

    private static KeyValuePair<string, string>[] Of(Membership membership) => [new("member", $"{membership.Id}"), new("revision", $"{membership.Revision}")];

    private static Task<Membership> MembershipAsync(PortalHost portal, Account account) => portal.ReadAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.AccountId == account.Id));
}
