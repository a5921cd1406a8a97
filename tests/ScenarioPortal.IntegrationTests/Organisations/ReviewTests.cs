using System.Net;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Organisations;

/// <summary>Registrations and claims are decided by the reviewers of their region, and by nobody who belongs to the company.</summary>
public sealed class ReviewTests(PortalDatabase database)
{
    [Fact]
    public async Task What_a_reviewer_finds_stands_at_its_field_until_it_is_corrected_and_verified()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal, o => o.Submit(portal.Clock.GetUtcNow()));
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));
        var owner = await portal.SignedInAsync(company.Owner);
        var review = $"/review/organisations/{company.Organisation.Id}";
        Assert.Contains("岚泊医疗电子有限公司", await reviewer.ReadAsync("/review"), StringComparison.Ordinal);

        var returned = await reviewer.SubmitAsync(review, [new("Input.Revision", $"{company.Organisation.Revision}"), new("Input.Name", "执照上还有示范市三字，请补上")], $"{review}?handler=Return");

        Assert.Equal("/review", returned.Headers.Location?.OriginalString);
        var edit = await owner.ReadAsync($"{company.Address}/edit");
        Assert.Contains("id=\"Input_Name-error\"", edit, StringComparison.Ordinal);
        Assert.Contains("审核意见：“执照上还有示范市三字，请补上", edit, StringComparison.Ordinal);
        Assert.DoesNotContain("已退回", await portal.Browser().ReadAsync(company.Address), StringComparison.Ordinal);

        var corrected = await owner.SubmitAsync($"{company.Address}/edit", Edited(await RevisionAsync(portal), ("Input.Name", "示范市岚泊医疗电子有限公司")));
        Assert.Equal($"{company.Address}/licence", corrected.Headers.Location?.OriginalString);
        await portal.SaveAsync(LicenceTests.Stored(company));
        Assert.Equal(company.Address, (await owner.SubmitAsync($"{company.Address}/licence", [])).Headers.Location?.OriginalString);
        await reviewer.SubmitAsync(review, [new("Input.Revision", $"{await RevisionAsync(portal)}")], $"{review}?handler=Verify");

        var verified = await portal.ReadAsync(db => db.Organisations.SingleAsync());
        Assert.Equal((OrganisationStatus.Verified, "示范市岚泊医疗电子有限公司"), (verified.Status, verified.Name));
        Assert.Equal(2, await portal.ReadAsync(db => db.Mail.CountAsync(m => m.To == "owner@example.cn")));
    }

    [Fact]
    public async Task A_decision_on_what_has_changed_meanwhile_is_not_taken()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal, o => o.Submit(portal.Clock.GetUtcNow()));
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));
        var owner = await portal.SignedInAsync(company.Owner);
        await owner.SubmitAsync($"{company.Address}/edit", Edited(company.Organisation.Revision, ("Input.Name", "另一个名字有限公司")));

        var review = $"/review/organisations/{company.Organisation.Id}";
        var answer = await reviewer.SubmitAsync(review, [new("Input.Revision", $"{company.Organisation.Revision}")], $"{review}?handler=Verify");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(OrganisationStatus.Registered, (await portal.ReadAsync(db => db.Organisations.SingleAsync())).Status);
    }

    [Fact]
    public async Task Only_the_region_s_reviewers_see_it_and_its_own_members_never_decide()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var company = await Company.MakeAsync(portal, o => o.Submit(portal.Clock.GetUtcNow()));
        var review = $"/review/organisations/{company.Organisation.Id}";
        var elsewhere = await portal.SignedInAsync(await portal.StaffAsync("elsewhere", StaffRole.Reviewer, "310000"));
        var member = await company.AddAsync(portal, "member", MemberRole.Reader);
        await portal.SaveAsync(new StaffGrant(member.Id, StaffRole.Reviewer, "110000", portal.Clock.GetUtcNow()));
        var insider = await portal.SignedInAsync(member);

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(review)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.SignedInAsync(company.Owner)).GetAsync("/review")).StatusCode);
        var own = await insider.SubmitAsync($"{company.Address}/members", [new("Input.Revision", $"{company.Organisation.Revision}")], $"{review}?handler=Verify");
        Assert.Equal(HttpStatusCode.BadRequest, own.StatusCode);
        Assert.Contains("请由其他审核人员决定", await own.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(OrganisationStatus.Registered, (await portal.ReadAsync(db => db.Organisations.SingleAsync())).Status);
    }

    [Fact]
    public async Task A_granted_claim_makes_its_claimant_the_owner_and_a_refused_one_says_why()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var imported = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        imported.Identify(new UnifiedSocialCreditCode("914403001922038216"));
        imported.Complete(new OrganisationDetails { RegionCode = Company.RegionCode });
        var (right, wrong) = (portal.NewAccount("right"), portal.NewAccount("wrong"));
        await portal.SaveAsync(imported, right, wrong);
        var (granted, refused) = (new OrganisationClaim(imported, right.Id, "", portal.Clock.GetUtcNow()), new OrganisationClaim(imported, wrong.Id, "", portal.Clock.GetUtcNow()));
        await portal.SaveAsync(granted, refused);
        var reviewer = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));

        var grant = await reviewer.SubmitAsync($"/review/claims/{granted.Id}", [new("Input.Revision", "1")], $"/review/claims/{granted.Id}?handler=Grant");
        var late = await reviewer.SubmitAsync($"/review/claims/{refused.Id}", [new("Input.Revision", "1")], $"/review/claims/{refused.Id}?handler=Grant");
        await reviewer.SubmitAsync($"/review/claims/{refused.Id}", [new("Input.Revision", "1"), new("Input.Reason", "请用单位邮箱")], $"/review/claims/{refused.Id}?handler=Refuse");

        Assert.Equal(HttpStatusCode.Redirect, grant.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        var member = await portal.ReadAsync(db => db.Memberships.SingleAsync());
        Assert.Equal((right.Id, MemberRole.Owner), (member.AccountId, member.Role));
        Assert.Contains("请用单位邮箱", await (await portal.SignedInAsync(wrong)).ReadAsync("/organisations/claim"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_claim()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var imported = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        imported.Identify(new UnifiedSocialCreditCode("914403001922038216"));
        imported.Complete(new OrganisationDetails { RegionCode = Company.RegionCode });
        await portal.SaveAsync(imported);
        var account = await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000");
        var claim = new OrganisationClaim(imported, account.Id, "", portal.Clock.GetUtcNow());
        await portal.SaveAsync(claim);

        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignedInAsync(account)).GetAsync($"/review/claims/{claim.Id}")).StatusCode);
    }

    internal static Dictionary<string, string> Edited(int revision, params (string Field, string Value)[] otherwise)
    {
        var fields = new Dictionary<string, string>
        {
            ["Input.Revision"] = $"{revision}",
            ["Input.Code"] = "914403001922038216",
            ["Input.Name"] = "岚泊医疗电子有限公司",
            ["Input.Region"] = Company.RegionCode,
            ["Input.ContactName"] = "林晓",
            ["Input.ContactPhone"] = "0000-7703325"
        };
        foreach (var (field, value) in otherwise)
        {
            fields[field] = value;
        }

        return fields;
    }

    private static Task<int> RevisionAsync(PortalHost portal) => portal.ReadAsync(db => db.Organisations.Select(o => o.Revision).SingleAsync());
}
