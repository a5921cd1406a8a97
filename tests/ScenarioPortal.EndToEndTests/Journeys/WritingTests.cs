using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.IntegrationTests.SignIn;
using ScenarioPortal.IntegrationTests.Writing;
using ScenarioPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>From a problem in one's head to a numbered line on the list, and the same for a company's capability. Leaves a picture of each step.</summary>
public sealed class WritingTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private const string Need = "独居老人夜里跌倒没人知道";
    private const string Trouble = "社区有一百多位独居老人，夜里跌倒常常第二天才被发现。希望不装摄像头，也能十分钟内通知值守人员，由他们上门。";
    private const string Offer = "毫米波雷达跌倒监测";

    public static MatrixTheoryData<Language, Device> Views { get; } = new(Enum.GetValues<Language>(), Enum.GetValues<Device>());

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_need_is_written_returned_corrected_approved_and_released_with_its_number(Language language, Device device)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        await portal.ImportAsync(ListKind.Capabilities, $$"""{"id":"C1","title":"{{Offer}}","description":"不装摄像头，用毫米波雷达发现独居老人夜里跌倒，一分钟内通知值守人员。","company":"安栖感知科技有限公司"}""");
        await portal.MatchedAsync();
        var publisher = await MemberAsync(portal, "示范市民政局", OrganisationKind.Government, "林晓");
        var reviewer = await portal.AccountAsync("周审", StaffRole.Reviewer, "110000");
        var visitor = new Visitor { Language = language, Device = device };
        await using var visit = await chromium.VisitAsync(address, visitor);
        await using var review = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(visit, publisher, address);
        await portal.SignInAsync(review, reviewer, address);
        var page = visit.Page;

        await page.GotoAsync(Links.Workspace);
        await KeepAsync(visit, "workspace-empty");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("发布需求", "Publish a need") }).First.ClickAsync();
        await page.Locator("#Texts_Title_").FillAsync(Need);
        await page.Locator("#Texts_Description_").FillAsync(Trouble);
        await Expect(page.Locator("[data-beside]").GetByRole(AriaRole.Link, new() { Name = Offer })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await KeepAsync(visit, "writing");
        await page.GetByRole(AriaRole.Link, new() { Name = Say("附件（选填）", "Attachments (optional)") }).ClickAsync();
        await page.Locator("#Chosen").SetInputFilesAsync([File("一层平面图.pdf", Attaching.Pdf("plan")), File("楼道.png", Attaching.Picture(2400, 1600)), File("旧格式.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])]);
        await page.GetByRole(AriaRole.Button, new() { Name = Say("上传", "Upload"), Exact = true }).ClickAsync();
        await Expect(page.Locator("#Chosen-error")).ToContainTextAsync("旧格式.doc");
        await page.GetByLabel(Say("说明“一层平面图.pdf”（选填）", "What “一层平面图.pdf” shows (optional)")).FillAsync("红线内要覆盖");
        await KeepAsync(visit, "writing-files");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("检查并提交", "Check and hand in") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("红线内要覆盖");
        await KeepAsync(visit, "writing-check");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("提交审核", "Hand in for review") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Say("已提交，等待审核", "Handed in, waiting for review"));
        await KeepAsync(visit, "writing-handed-in");

        await review.Page.GotoAsync(Links.Review);
        await review.Page.GetByRole(AriaRole.Link, new() { Name = Need }).First.ClickAsync();
        await Expect(review.Page.GetByRole(AriaRole.Link, new() { Name = "一层平面图.pdf" })).ToBeVisibleAsync();
        await KeepAsync(review, "review-submission");
        await review.Page.Locator("details").Filter(new() { HasText = Say("：现在的难处", ": What hurts today") }).Locator("summary").ClickAsync();
        await review.Page.Locator("#remark-Description").FillAsync("请写明每年发生几次");
        await review.Page.GetByRole(AriaRole.Button, new() { Name = Say("退回修改", "Return it"), Exact = true }).ClickAsync();
        await Expect(review.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Need);

        await page.GotoAsync(Links.Workspace);
        await KeepAsync(visit, "workspace-returned");
        await page.GetByRole(AriaRole.Link, new() { Name = Need }).First.ClickAsync();
        await Expect(page.Locator("#Texts_Description_-error")).ToContainTextAsync("请写明每年发生几次");
        await KeepAsync(visit, "writing-returned");
        await page.Locator("#Texts_Description_").FillAsync($"{Trouble}去年发生 41 次。");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("检查并提交", "Check and hand in") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Say("提交审核", "Hand in for review") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Say("已提交，等待审核", "Handed in, waiting for review"));

        await review.Page.GotoAsync(Links.Review);
        await review.Page.GetByRole(AriaRole.Link, new() { Name = Need }).First.ClickAsync();
        await Expect(review.Page.Locator("ins")).ToHaveTextAsync("去年发生 41 次。");
        await KeepAsync(review, "review-changed");
        await review.Page.GetByRole(AriaRole.Button, new() { Name = Say("通过", "Approve"), Exact = true }).ClickAsync();
        await review.Page.GetByRole(AriaRole.Link, new() { Name = Say("编发清单批次", "Compile a batch") }).ClickAsync();
        await KeepAsync(review, "review-releases");
        await review.Page.GetByRole(AriaRole.Button, new() { Name = Say("先编排和预览", "Order and preview first") }).First.ClickAsync();
        await review.Page.Locator("#Input_CoverNote").FillAsync("请有意向的企业于月底前联系。");
        await review.Page.GetByRole(AriaRole.Button, new() { Name = Say("保存", "Save"), Exact = true }).ClickAsync();
        await Expect(review.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Say("已保存", "Saved"));
        await KeepAsync(review, "review-batch");
        await using (var asked = await chromium.VisitAsync(address, visitor))
        {
            await asked.Page.GotoAsync((await review.Page.GetByRole(AriaRole.Link, new() { Name = Say("打开预览地址", "Open the preview") }).GetAttributeAsync("href"))!);
            await Expect(asked.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Need);
            await KeepAsync(asked, "release-preview");
        }

        await review.Page.GetByRole(AriaRole.Button, new() { Name = Say("现在就发布", "Release now") }).ClickAsync();
        await Expect(review.Page).ToHaveURLAsync(new Regex("/releases/[0-9a-f-]{36}$"));

        await using var anybody = await chromium.VisitAsync(address, visitor);
        await anybody.Page.GotoAsync(review.Page.Url);
        await Expect(anybody.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("2026-01-需-001");
        await Expect(anybody.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("去年发生 41 次");
        await anybody.Page.GotoAsync(Links.Opportunity(await portal.ReadAsync(db => db.Opportunities.Select(o => o.Id).SingleAsync())));
        var saved = await anybody.Page.RunAndWaitForDownloadAsync(() => anybody.Page.GetByRole(AriaRole.Link, new() { Name = "一层平面图.pdf" }).ClickAsync());
        Assert.Equal("一层平面图.pdf", saved.SuggestedFilename);
        await KeepAsync(anybody, "need-with-files");

        string Say(string chinese, string english) => language is Language.Chinese ? chinese : english;

        Task KeepAsync(Visit at, string name) => KeepFlawlessAsync(at, visitor, name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_company_registers_a_capability_that_is_public_once_approved(bool scripts)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var member = await MemberAsync(portal, "岚泊医疗电子有限公司", OrganisationKind.Company, "林晓");
        var reviewer = await portal.AccountAsync("周审", StaffRole.Reviewer, "110000");
        await using var visit = await chromium.VisitAsync(address, new() { Scripts = scripts });
        await using var review = await chromium.VisitAsync(address, new() { Scripts = scripts });
        await portal.SignInAsync(visit, member, address);
        await portal.SignInAsync(review, reviewer, address);
        var page = visit.Page;

        await page.GotoAsync(Links.Workspace);
        await page.GetByRole(AriaRole.Button, new() { Name = "登记能力" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并提交" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请填写名称");
        await page.GetByRole(AriaRole.Link, new() { Name = "去修改" }).First.ClickAsync();
        await page.Locator("#Texts_Title_").FillAsync(Offer);
        await page.Locator("#Texts_Description_").FillAsync(Trouble);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存，下一步：凭什么相信" }).ClickAsync();
        await page.Locator("#Texts_Trl_").SelectOptionAsync("8");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并提交" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交审核" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("已提交，等待审核");

        await review.Page.GotoAsync(Links.Review);
        await review.Page.GetByRole(AriaRole.Link, new() { Name = Offer }).First.ClickAsync();
        await review.Page.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await Expect(review.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已通过");

        var capability = await portal.ReadAsync(db => db.Capabilities.SingleAsync());
        Assert.Equal((CapabilityStatus.Published, 8), (capability.Status, capability.Trl));
        await using var anybody = await chromium.VisitAsync(address);
        await anybody.Page.GotoAsync(Links.Capability(capability.Id));
        await Expect(anybody.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Offer);
    }

    [Fact]
    public async Task Whoever_s_session_ends_while_they_write_is_told_signs_in_and_finds_every_word()
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var (visitor, now) = (new Visitor(), portal.Clock.GetUtcNow());
        var writer = await portal.MemberAsync("lin");
        var company = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        company.Complete(new OrganisationDetails { RegionCode = RegistrationPortal.RegionCode });
        var copy = new WorkingCopy(ListKind.Capabilities, company.Id, writer.Id, now);
        await portal.SaveAsync(company, new Membership(company.Id, writer.Id, MemberRole.Editor, now), copy);
        await using var visit = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(visit, writer, address);
        var page = visit.Page;
        await page.GotoAsync(Links.Writing(copy.Id));

        // What is being kept has reached the portal, its answer has not come back: the form waits for it.
        TaskCompletionSource reached = new(), let = new();
        await page.RouteAsync("**/*handler=keep*", async route =>
        {
            var answer = await route.FetchAsync();
            reached.TrySetResult();
            await let.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await page.Locator("#Texts_Title_").FillAsync(Offer);
        await reached.Task;
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并提交" }).ClickAsync();
        let.SetResult();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("检查并提交");

        await page.UnrouteAllAsync();
        await page.GotoAsync(Links.Writing(copy.Id));
        await portal.ReadAsync(db => db.Sessions.ExecuteDeleteAsync());
        await page.Locator("#Texts_Description_").FillAsync(Trouble);
        await Expect(page.Locator("[data-signed-out]")).ToContainTextAsync("登录已过期，内容还在本页，请登录后继续。", new() { Timeout = 30_000 });
        await Expect(page.Locator("[data-signed-out] a[target=_blank]")).ToHaveAttributeAsync("href", Links.SignIn);
        await page.Locator("[data-signed-out]").ScrollIntoViewIfNeededAsync();
        await KeepAsync("writing-signed-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并提交" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("您刚才填写的内容替您留着");
        await KeepAsync("sign-in-kept");
        await page.Locator("#Input_Email").FillAsync(writer.Email!);
        await page.Locator("#Input_Password").FillAsync(Members.Password);
        await page.Locator("main form:not([data-passkey]) .btn-primary").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("您的登录已过期，下面是您刚才填写的内容，尚未保存。");
        await Expect(page.Locator("#Texts_Description_")).ToHaveValueAsync(Trouble);
        await KeepAsync("writing-kept");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并提交" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("检查并提交");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Trouble);

        // The console mentions the answer that the script was told; everything else must be as on other pages.
        async Task KeepAsync(string name)
        {
            await page.KeepPictureAsync(PageTests.Picture(name, visitor));
            Assert.Empty(await Accessibility.ViolationsAsync(page, Colours.Light));
            Assert.Empty(await Wording.OfAnotherLanguageAsync(page, visitor.Language));
        }
    }
    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    private static async Task<Account> MemberAsync(PortalHost portal, string organisation, OrganisationKind kind, string name)
    {
        var unit = new Organisation(organisation, kind);
        unit.Complete(new OrganisationDetails { RegionCode = RegistrationPortal.RegionCode });
        var account = await portal.AccountAsync(name);
        await portal.SaveAsync(unit, new Membership(unit.Id, account.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        return account;
    }

    private static async Task KeepFlawlessAsync(Visit visit, Visitor visitor, string name)
    {
        await visit.Page.KeepPictureAsync(PageTests.Picture(name, visitor));
        await visit.ShouldBeFlawlessAsync(visitor);
    }
}
