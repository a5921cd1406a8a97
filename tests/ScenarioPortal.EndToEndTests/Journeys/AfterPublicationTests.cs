using Microsoft.Playwright;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Scenarios;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>After the release: a company watches and asks, the publisher answers, corrects and closes with its reason, and everyone reads it. Leaves a picture of each step.</summary>
public sealed class AfterPublicationTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private const string Need = "独居老人夜里跌倒没人知道";
    private const string Question = "老人家里有没有无线网络？";
    private const string Answer = "一半有。没有的由社区统一装，不用企业出钱。";

    public static MatrixTheoryData<Language, Device> Views { get; } = new(Enum.GetValues<Language>(), Enum.GetValues<Device>());

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_released_need_is_asked_about_answered_corrected_and_closed(Language language, Device device)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var (id, batch, publisher, member) = await ReleasedAsync(portal);
        var visitor = new Visitor { Language = language, Device = device };
        await using var visit = await chromium.VisitAsync(address, visitor);
        await using var company = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(visit, publisher, address);
        await portal.SignInAsync(company, member, address);
        var (page, theirs) = (visit.Page, company.Page);

        await theirs.GotoAsync(Links.Opportunity(id));
        await theirs.GetByRole(AriaRole.Button, new() { Name = Say("关注", "Watch"), Exact = true }).ClickAsync();
        await theirs.GetByRole(AriaRole.Link, new() { Name = Say("提问", "Questions"), Exact = true }).ClickAsync();
        await KeepAsync(company, "ask");
        await theirs.Locator("#Text").FillAsync(Question);
        await theirs.GetByRole(AriaRole.Button, new() { Name = Say("提交问题", "Send the question") }).ClickAsync();
        await Expect(theirs.Locator("#questions")).ToContainTextAsync(Question);
        await KeepAsync(company, "opportunity-asked");

        await page.GotoAsync(Links.Workspace);
        await KeepAsync(visit, "workspace-question");
        await page.GetByRole(AriaRole.Link, new() { Name = Question }).First.ClickAsync();
        await page.Locator("#Answer").FillAsync(Answer);
        await KeepAsync(visit, "question");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("公开答复", "Publish the answer") }).ClickAsync();
        await KeepAsync(visit, "need");

        await page.GetByRole(AriaRole.Link, new() { Name = Say("现在的难处", "What hurts today") }).ClickAsync();
        await page.Locator("#Input_Text").FillAsync("社区有一百二十位独居老人，夜里跌倒常常第二天才被发现。");
        await page.Locator("#Input_Why").FillAsync("人数写错了。");
        await KeepAsync(visit, "correct");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("公开这次更正", "Publish the correction") }).ClickAsync();
        await page.Locator("#ending-NoSuitableSupplier").CheckAsync();
        await page.Locator("#close").Locator("..").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await KeepAsync(visit, "need-refused");
        await page.Locator("#Close_Note").FillAsync("来的三份方案都要装摄像头，老人不同意。");
        await page.Locator("#Close_Understood").CheckAsync();
        await page.Locator("#close").Locator("..").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Need);
        await portal.MatchedAsync();
        await KeepAsync(visit, "need-closed");

        await theirs.GotoAsync(Links.Notifications);
        await Expect(theirs.Locator(".items > li")).ToHaveCountAsync(3);
        await KeepAsync(company, "notifications");
        await theirs.GotoAsync(Links.NotificationChoices);
        await KeepAsync(company, "notification-choices");

        await using var anybody = await chromium.VisitAsync(address, visitor);
        await anybody.Page.GotoAsync(Links.Opportunity(id));
        await Expect(anybody.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("来的三份方案都要装摄像头，老人不同意。");
        await Expect(anybody.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Answer);
        await KeepAsync(anybody, "opportunity-closed");
        await anybody.Page.GotoAsync(Links.Release(batch));
        await Expect(anybody.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("人数写错了。");
        await KeepAsync(anybody, "release-changed");
        await anybody.Page.GotoAsync(await StopAddressAsync(portal));
        await KeepAsync(anybody, "stop");
        await anybody.Page.GetByRole(AriaRole.Button, new() { Name = Say("停收", "Stop them"), Exact = true }).ClickAsync();
        await KeepAsync(anybody, "stopped");

        string Say(string chinese, string english) => language is Language.Chinese ? chinese : english;

        async Task KeepAsync(Visit at, string name)
        {
            await at.Page.KeepPictureAsync(PageTests.Picture($"after-{name}", visitor));
            await at.ShouldBeFlawlessAsync(visitor);
        }
    }

    /// <summary>As it stands in a mail that was to be sent.</summary>
    private static async Task<string> StopAddressAsync(PortalHost portal)
    {
        var body = await portal.MailToAsync("member@example.cn");
        return new Uri(body[0].Headers["List-Unsubscribe"]!.Trim('<', '>')).PathAndQuery;
    }

    private static async Task<(Guid Id, Guid Batch, Account Publisher, Account Member)> ReleasedAsync(PortalHost portal)
    {
        var now = portal.Clock.GetUtcNow();
        var unit = new Organisation("示范市民政局", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = RegistrationPortal.RegionCode });
        var company = new Organisation("安栖感知科技有限公司", OrganisationKind.Company);
        var (publisher, member) = (portal.NewAccount("publisher"), portal.NewAccount("member"));
        (publisher.DisplayName, member.DisplayName) = ("林晓", "周远");
        var scenario = new Scenario(unit.Id, Need);
        var need = new Opportunity(scenario.Id, unit.Id, new Need
        {
            Title = Need,
            Description = "社区有一百多位独居老人，夜里跌倒常常第二天才被发现。",
            Deadline = new DateOnly(2026, 12, 14),
            Contact = "林女士 0000-7654321"
        }, now);
        need.Submit(now);
        need.Approve(now);
        var batch = new ListRelease(ListKind.Opportunities, 2026, 1, "示范市 2026 年第一批机会清单");
        var number = batch.Add(need.Id, new FrozenItem { Title = Need, Summary = "夜里跌倒没人知道", Organisation = unit.Name, Deadline = "2026年12月14日" });
        batch.Release(now);
        need.Release(number, now);
        await portal.SaveAsync(unit, company, publisher, member, scenario, need, batch,
            new Membership(unit.Id, publisher.Id, MemberRole.Editor, now), new Membership(company.Id, member.Id, MemberRole.Editor, now));
        await portal.MatchedAsync();
        return (need.Id, batch.Id, publisher, member);
    }
}
