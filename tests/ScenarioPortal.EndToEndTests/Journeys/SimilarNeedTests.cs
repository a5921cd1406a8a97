using Microsoft.Playwright;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>Two districts have one problem: the second is told while writing, says what differs, and the reviewer reads it. Leaves a picture of each step.</summary>
public sealed class SimilarNeedTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private const string Elsewhere = "高龄长者居家摔倒无人察觉";
    private const string Mine = "独居老人夜里跌倒没人知道";
    private const string Difference = "我们不能装摄像头，要十分钟内有人上门。";

    [Theory]
    [MemberData(nameof(Journey.Views), MemberType = typeof(Journey))]
    public async Task Who_writes_what_another_district_has_is_told_while_typing_and_the_answer_reaches_the_reviewer(Language language, Device device)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var visitor = new Visitor { Language = language, Device = device };
        await PublishedAsync(portal);
        await using var visit = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(visit, await MemberAsync(portal), address);
        var page = visit.Page;

        await page.GotoAsync(Links.Workspace);
        await page.GetByRole(AriaRole.Button, new() { Name = Say("发布需求", "Publish a need") }).First.ClickAsync();
        await page.Locator("#Texts_Title_").FillAsync(Mine);
        await page.Locator("#Texts_Description_").FillAsync("独居老人夜里跌倒，第二天才被发现。");
        await Expect(page.Locator("[data-beside]").GetByRole(AriaRole.Link, new() { Name = Elsewhere })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.GetByLabel(Say("说明不同之处", "Say what differs")).CheckAsync();
        await page.GetByLabel(Say("哪里不同，一句话", "What differs, in a sentence")).FillAsync(Difference);
        await KeepAsync(visit, "writing-similar");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("检查并提交", "Check and hand in") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Say("检查并提交", "Check and hand in"));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Difference);
        await KeepAsync(visit, "writing-check-similar");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("提交审核", "Hand in for review") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Say("已提交，等待审核", "Handed in, waiting for review"));

        await using var review = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(review, await portal.AccountAsync("周审", StaffRole.Reviewer, "110000"), address);
        await review.Page.GotoAsync(Links.Review);
        await review.Page.GetByRole(AriaRole.Link, new() { Name = Mine }).First.ClickAsync();
        await Expect(review.Page.GetByRole(AriaRole.Link, new() { Name = Elsewhere })).ToBeVisibleAsync();
        await Expect(review.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Difference);
        await KeepAsync(review, "review-similar");

        string Say(string chinese, string english) => language is Language.Chinese ? chinese : english;

        async Task KeepAsync(Visit at, string name)
        {
            await at.Page.KeepPictureAsync(PageTests.Picture(name, visitor));
            await at.ShouldBeFlawlessAsync(visitor);
        }
    }

    [Fact]
    public async Task It_is_answered_without_scripts_as_well()
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        await PublishedAsync(portal);
        await using var visit = await chromium.VisitAsync(address, new() { Scripts = false });
        await portal.SignInAsync(visit, await MemberAsync(portal), address);
        var page = visit.Page;
        await page.GotoAsync(Links.Workspace);
        await page.GetByRole(AriaRole.Button, new() { Name = "发布需求" }).First.ClickAsync();
        await page.Locator("#Texts_Title_").FillAsync(Mine);
        await page.Locator("#Texts_Description_").FillAsync("独居老人夜里跌倒，第二天才被发现。");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并提交" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("有 1 条类似需求还没有说明");

        await page.GetByRole(AriaRole.Link, new() { Name = "去说明" }).ClickAsync();
        await page.GetByLabel("加入该需求").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "记下回答" }).ClickAsync();

        await Expect(page.GetByLabel("加入该需求")).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并提交" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("还没有说明");
    }

    private static async Task PublishedAsync(PortalHost portal)
    {
        await portal.ImportAsync(ListKind.Opportunities, $$"""{"id":"N1","title":"{{Elsewhere}}","publisher":"海淀区民政局","region":"海淀区","description":"长者跌倒后夜里没人发现，希望自动告警，及时上门。"}""");
        await portal.MatchedAsync();
    }

    private static async Task<Account> MemberAsync(PortalHost portal)
    {
        var unit = new Organisation("示范市民政局", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = RegistrationPortal.RegionCode });
        var account = await portal.AccountAsync("林晓");
        await portal.SaveAsync(unit, new Membership(unit.Id, account.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        return account;
    }
}
