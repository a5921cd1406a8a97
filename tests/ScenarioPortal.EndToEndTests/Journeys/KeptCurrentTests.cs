using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ScenarioPortal.Data;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Publication;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>
/// A company that was asked and did not answer finds its capability marked, sees which needs fit and what is missing, and confirms it with one press;
/// whoever writes a need sees whom its conditions keep out. Leaves a picture of each page.
/// </summary>
public sealed class KeptCurrentTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private const string Need = "汛期夜间河道漂浮物的自动发现与清理";
    private const string Trouble = "主城河道靠人工巡查，夜间是空白。希望漂浮物出现一小时内被发现，两小时内清走。";
    private const string Offer = "河道漂浮物自动发现与清理";

    [Theory]
    [InlineData(Language.Chinese, Device.Desktop)]
    [InlineData(Language.English, Device.Phone)]
    public async Task A_company_confirms_what_it_can_do_and_sees_what_fits(Language language, Device device)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var now = portal.Clock.GetUtcNow();
        var visitor = new Visitor { Language = language, Device = device };
        var (member, writer) = (await portal.AccountAsync("周远"), await portal.AccountAsync("林晓"));
        var (company, elsewhere, unit) = (Made("青禾水域机器人有限公司", OrganisationKind.Company), Made("听澜水务科技有限公司", OrganisationKind.Company, "310101"), Made("示范市水务局", OrganisationKind.Government));
        company.Complete(new OrganisationDetails { Zone = "示范高新区" });
        var scenario = new Scenario(unit.Id, Need);
        scenario.Describe(new ScenarioSetting { Name = Need, RegionCode = RegistrationPortal.RegionCode });
        var need = new Opportunity(scenario.Id, unit.Id, new Need
        {
            Title = Need,
            Description = Trouble,
            Conditions = [new() { Text = "须在本市注册", Required = true }, new() { Text = "具备等保三级证书", Required = true }, new() { Text = "TRL不低于7级", Required = false }]
        }, now);
        need.Submit(now);
        need.Approve(now);
        need.Release("2026-01-需-001", now);
        var offer = Published(company, 6, now);
        var copy = new WorkingCopy(ListKind.Opportunities, unit.Id, writer.Id, now);
        copy.Write(new Dictionary<string, string> { ["Title"] = "夜间河道漂浮物", ["Description"] = Trouble, ["Region"] = RegistrationPortal.RegionCode, ["RequiredConditions"] = "须在本市注册" }, writer.Id, now);
        await portal.SaveAsync([.. Enumerable.Range(1, 40).Select(i => Published(null, $"热熔标线施划第 {i} 种", "道路标线施工，保用三年。", 8, now.AddDays(-1)))]);
        await portal.SaveAsync(company, elsewhere, unit, scenario, need, offer, Published(elsewhere, 8, now), Published(elsewhere, 7, now), copy,
            new Membership(company.Id, member.Id, MemberRole.Editor, now), new Membership(unit.Id, writer.Id, MemberRole.Editor, now), new OrganisationContact(company.Id, "周远", "0000-2468013", null));
        portal.Clock.Advance(TimeSpan.FromDays(Capability.CurrentForDays));
        var work = portal.Services.GetRequiredService<CapabilityConfirmations>();
        await work.AskAsync(TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(() => Offered(c => c.ConfirmationAskedAt is not null), "its company is asked, by this test or by the portal's own clock");
        portal.Clock.Advance(TimeSpan.FromDays(Capability.ConfirmWithinDays));
        await work.LapseAsync(TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(() => Offered(c => c.LapsedAt is not null), "it is marked");
        await portal.MatchedAsync();

        await using var anybody = await chromium.VisitAsync(address, visitor);
        foreach (var (name, path) in new[]
        {
            ("list", Links.CapabilityList), ("table", $"{Links.CapabilityList}?view=table"), ("capability-marked", Links.Capability(offer.Id)),
            ("match-marked", Links.Match(need.Id, offer.Id)), ("need-few", Links.Opportunity(need.Id))
        })
        {
            await anybody.Page.GotoAsync(path);
            await Expect(anybody.Page.GetByText(Say("超过 180 天未确认", "not confirmed for 180 days")).First).ToBeVisibleAsync();
            await KeepAsync(anybody, name);
        }

        await using var visit = await chromium.VisitAsync(address, visitor);
        var page = visit.Page;
        await portal.SignInAsync(visit, member, address);
        await page.GotoAsync(Links.Capability(offer.Id));
        await KeepAsync(visit, "capability-own");
        await page.GotoAsync(Links.Workspace);
        await Expect(page.GetByText(Say("没有写到“具备等保三级证书”，有就写上", "“具备等保三级证书” is not mentioned")).First).ToBeVisibleAsync();
        await KeepAsync(visit, "workspace");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("仍然有效", "Still current") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Offer);
        await KeepAsync(visit, "workspace-confirmed");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("登记能力", "Register a capability") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Say("适合谁", "Whom it suits") }).First.ClickAsync();
        await Expect(page.GetByText(Say("取自企业资料。", "From the company profile.")).First).ToBeVisibleAsync();
        await KeepAsync(visit, "draft-profile");

        await using var writing = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(writing, writer, address);
        await writing.Page.GotoAsync(Links.Writing(copy.Id, "terms"));
        await Expect(writing.Page.GetByText(Say("因“须在本市注册”被排除", "excluded by “须在本市注册”")).First).ToBeVisibleAsync();
        await KeepAsync(writing, "need-writing");

        bool Offered(Func<Capability, bool> holds)
        {
            using var db = portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
            return holds(db.Capabilities.AsNoTracking().Single(c => c.Id == offer.Id));
        }

        string Say(string chinese, string english) => language is Language.Chinese ? chinese : english;

        async Task KeepAsync(Visit at, string name)
        {
            await at.Page.KeepPictureAsync(PageTests.Picture($"current-{name}", visitor));
            await at.ShouldBeFlawlessAsync(visitor);
        }
    }

    private static Organisation Made(string name, OrganisationKind kind, string region = RegistrationPortal.RegionCode)
    {
        var organisation = new Organisation(name, kind);
        organisation.Complete(new OrganisationDetails { RegionCode = region });
        return organisation;
    }

    private static Capability Published(Organisation company, int trl, DateTimeOffset now) =>
        Published(company, Offer, "岸上夜视相机识别河道漂浮物，无人艇自动清走，夜间可用，一小时内发现，两小时内清走。", trl, now);

    private static Capability Published(Organisation? company, string title, string description, int trl, DateTimeOffset now)
    {
        var capability = new Capability(company?.Id, new Offer { Title = title, Description = description, RegionCode = company?.RegionCode, Trl = trl }, now);
        capability.Submit(now);
        capability.Publish(null, now);
        return capability;
    }
}
