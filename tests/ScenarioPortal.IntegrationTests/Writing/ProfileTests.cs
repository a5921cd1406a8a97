using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Writing;

/// <summary>What a company has stated once in its profile is not asked for again.</summary>
public sealed class ProfileTests(PortalDatabase database)
{
    [Fact]
    public async Task A_new_capability_begins_with_what_the_profile_says_and_takes_over_later_changes_when_told()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var now = portal.Clock.GetUtcNow();
        var company = new Organisation("青禾水域机器人有限公司", OrganisationKind.Company);
        company.Complete(new OrganisationDetails { RegionCode = "110101", Zone = "示范高新区" });
        var editor = portal.NewAccount("editor");
        await portal.SaveAsync(company, editor, new Membership(company.Id, editor.Id, MemberRole.Editor, now), new OrganisationContact(company.Id, "周敏", "0000-2468013", null));
        var browser = await portal.SignedInAsync(editor);

        await browser.SubmitAsync("/workspace", [new("organisation", $"{company.Id}")], "/workspace?handler=new");
        var begun = await CopyAsync(portal);
        Assert.Equal(("110101", "示范高新区", "周敏 0000-2468013"), (begun.Texts["Region"], begun.Texts["Zone"], begun.Texts["Contact"]));
        var contact = await browser.ReadAsync($"/workspace/writing/{begun.Id}/contact");
        Assert.Contains("取自企业资料。", contact, StringComparison.Ordinal);
        Assert.DoesNotContain("用企业资料填写", contact, StringComparison.Ordinal);
        Assert.DoesNotContain("取自企业资料", await browser.ReadAsync($"/workspace/writing/{begun.Id}/offer"), StringComparison.Ordinal);

        await ChangeAsync(portal, company.Id);
        var where = $"/workspace/writing/{begun.Id}/where";
        Assert.Contains("用企业资料填写", await browser.ReadAsync(where), StringComparison.Ordinal);
        await browser.SubmitAsync(where, [new("Revision", $"{begun.Revision}"), new("Texts[Zone]", "示范高新区"), new("Texts[TargetCustomers]", "水务局"), new("go", "profile")]);

        var after = await CopyAsync(portal);
        Assert.Equal(("示范经开区", "水务局", "110101"), (after.Texts["Zone"], after.Texts["TargetCustomers"], after.Texts["Region"]));
    }

    private static Task<WorkingCopy> CopyAsync(PortalHost portal) => portal.ReadAsync(db => db.WorkingCopies.AsNoTracking().SingleAsync());

    private static Task<int> ChangeAsync(PortalHost portal, Guid company) => portal.ReadAsync(async db =>
    {
        (await db.Organisations.SingleAsync(o => o.Id == company)).Complete(new OrganisationDetails { Zone = "示范经开区" });
        return await db.SaveChangesAsync();
    });
}
