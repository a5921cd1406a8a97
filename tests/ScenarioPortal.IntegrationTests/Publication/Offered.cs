using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Releases;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Publication;

/// <summary>A capability that was published on 23 November 2026, its company, and somebody of it.</summary>
internal sealed record Offered(Guid Id, Organisation Company, Account Editor, DateTimeOffset ReleasedAt)
{
    public const string Title = "水面漂浮物识别与无人艇收集";

    public string Page => $"/capabilities/{Id}";

    public string Desk => $"/workspace/capabilities/{Id}";

    public static async Task<Offered> MakeAsync(PortalHost portal, MemberRole role = MemberRole.Editor)
    {
        var now = portal.Clock.GetUtcNow();
        var company = new Organisation("青禾水域机器人技术有限公司", OrganisationKind.Company);
        company.Complete(new OrganisationDetails { RegionCode = "110101" });
        var editor = portal.NewAccount("editor");
        var capability = new Capability(company.Id, new Offer { Title = Title, Description = "岸上夜视相机识别河道漂浮物，无人艇自动清走，夜间可用。", Trl = 6, Contact = "周敏 0000-7654321" }, now);
        capability.Submit(now);
        capability.Publish(null, now);
        await portal.SaveAsync(company, editor, capability, new Membership(company.Id, editor.Id, role, now));
        return new Offered(capability.Id, company, editor, now);
    }

    /// <summary>Takes it into a batch, which gives it its number.</summary>
    public async Task<string> InABatchAsync(PortalHost portal)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var batch = await portal.Services.GetRequiredService<ReleaseList>().RunApprovedAsync(db, ListKind.Capabilities, [Id], "test", TestContext.Current.CancellationToken);
        return $"/releases/{batch!.Id}";
    }

    public Task<Capability> NowAsync(PortalHost portal) => portal.ReadAsync(db => db.Capabilities.AsNoTracking().SingleAsync(c => c.Id == Id));

    public async Task<HttpResponseMessage> CorrectAsync(HttpClient browser, PortalHost portal, string part, string text, string why) =>
        await browser.SubmitAsync("/workspace", [new("Revision", $"{(await NowAsync(portal)).Revision}"), new("Input.Text", text), new("Input.Why", why)], $"{Desk}/correct/{part}");

    public async Task<HttpResponseMessage> WithdrawAsync(HttpClient browser, PortalHost portal, string why = "产品已停产。", bool understood = true) =>
        await browser.SubmitAsync("/workspace", [new("Revision", $"{(await NowAsync(portal)).Revision}"), new("Withdraw.Why", why), new("Withdraw.Understood", understood ? "true" : "false")], $"{Desk}?handler=Withdraw");

    public async Task<HttpResponseMessage> RestoreAsync(HttpClient browser, PortalHost portal) =>
        await browser.SubmitAsync("/workspace", [new("Revision", $"{(await NowAsync(portal)).Revision}")], $"{Desk}?handler=Restore");
}
