using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.IntegrationTests.Writing;
using ScenarioPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>
/// A company's one chance: its capability is registered, returned, corrected, approved and public at once, gets its number with a batch,
/// is put right by an addendum and withdrawn with its reason. By pointing and without scripts. Leaves a picture of each step.
/// </summary>
public sealed class OfferingTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private const string Need = "独居老人夜里跌倒没人知道";
    private const string Offer = "毫米波雷达跌倒监测";
    private const string Said = "不装摄像头，用毫米波雷达发现独居老人夜里跌倒，一分钟内通知值守人员。";
    private const string Remark = "请写明误报多少";
    private const string Added = "每台每月误报不超过 2 次。";
    private const string Reason = "这款雷达停产了，新款正在测试。";
    private const string Case = "示范市云桥区 120 户，半年发现跌倒 9 次，漏报 0 次";

    [Theory]
    [MemberData(nameof(Journey.Views), MemberType = typeof(Journey))]
    public Task A_capability_goes_from_two_fields_to_its_reason_for_leaving(Language language, Device device) => GoAsync(new() { Language = language, Device = device });

    [Fact]
    public Task It_goes_so_without_scripts() => GoAsync(new() { Scripts = false });

    private async Task GoAsync(Visitor visitor)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        await portal.ImportAsync(ListKind.Opportunities, $$"""{"id":"O1","title":"{{Need}}","description":"社区有一百多位独居老人，夜里跌倒常常第二天才被发现。希望不装摄像头，也能十分钟内通知值守人员。","publisher":"示范市民政局"}""");
        // Words tell texts apart once there are some of them.
        await portal.ImportAsync(ListKind.Capabilities, string.Join('\n', Enumerable.Range(1, 40).Select(i => $$"""{"id":"C{{i}}","title":"热熔标线施划第 {{i}} 种","description":"道路标线施工，保用三年。","company":"城轨标线有限公司"}""")));
        await portal.MatchedAsync();
        var member = await portal.EditorAsync("安栖感知科技有限公司", OrganisationKind.Company, "linxiao");
        var reviewer = await portal.AccountAsync("周审", StaffRole.Reviewer, "110000");
        await using var offering = await chromium.VisitAsync(address, visitor);
        await using var reviewing = await chromium.VisitAsync(address, visitor);
        await using var reading = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(offering, member, address);
        await portal.SignInAsync(reviewing, reviewer, address);

        await RegisterAsync();
        await ReturnAsync();
        await PutRightAsync();
        await ApproveAsync();
        var capability = await portal.ReadAsync(db => db.Capabilities.SingleAsync(c => c.Title == Offer));
        Assert.Equal((CapabilityStatus.Published, 8), (capability.Status, capability.Trl));
        await portal.MatchedAsync();
        await ReadAsync();
        await ReleaseAsync();
        await CorrectAsync();
        await WithdrawAsync();

        async Task RegisterAsync()
        {
            var page = offering.Page;
            await page.GotoAsync(Links.Workspace);
            await KeepAsync(offering, "workspace-empty");
            await Button(page, "登记能力", "Register a capability").First.ClickAsync();
            await Button(page, "检查并提交", "Check and hand in").ClickAsync();
            await Button(page, "提交审核", "Hand in for review").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(Say("请填写名称", "Please give a name"));
            await KeepAsync(offering, "check-refused");
            await Link(page, Say("去修改", "Correct it")).First.ClickAsync();
            await page.Locator("#Texts_Title_").FillAsync(Offer);
            await page.Locator("#Texts_Description_").FillAsync(Said);
            await page.Locator("#writing .btn-primary").ClickAsync();
            await Expect(page.Locator("[data-beside]").GetByRole(AriaRole.Link, new() { Name = Need })).ToBeVisibleAsync();
            await page.Locator("#Texts_Trl_").SelectOptionAsync("8");
            await page.Locator("#Texts_Cases_").FillAsync(Case);
            await page.Locator("#Certificates-0-name").FillAsync("ISO9001 质量管理体系认证");
            await page.Locator("#Certificates-0-until").FillAsync("以后");
            await Button(page, "检查并提交", "Check and hand in").ClickAsync();
            await Button(page, "提交审核", "Hand in for review").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ISO9001");
            await Link(page, Say("去修改", "Correct it")).First.ClickAsync();
            await Expect(page.Locator("#Certificates-0-until")).ToHaveValueAsync("以后");
            await KeepAsync(offering, "writing-refused");
            await page.Locator("#Certificates-0-until").FillAsync("2027-05-31");
            await Button(page, "检查并提交", "Check and hand in").ClickAsync();
            await KeepAsync(offering, "check");
            await Button(page, "提交审核", "Hand in for review").ClickAsync();
            await Expect(Heading(page)).ToHaveTextAsync(Say("已提交，等待审核", "Handed in, waiting for review"));
        }

        async Task ReturnAsync()
        {
            var page = reviewing.Page;
            await page.GotoAsync(Links.Review);
            await KeepAsync(reviewing, "review");
            await Link(page, Offer).First.ClickAsync();
            await page.Locator("#remark-Description").Locator("..").Locator("summary").ClickAsync();
            await page.Locator("#remark-Description").FillAsync(Remark);
            await KeepAsync(reviewing, "review-submission");
            await Button(page, "退回修改", "Return it").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Offer);
        }

        async Task PutRightAsync()
        {
            var page = offering.Page;
            await page.GotoAsync(Links.Workspace);
            await KeepAsync(offering, "workspace-returned");
            await Link(page, Offer).First.ClickAsync();
            await Expect(page.Locator("#Texts_Description_-error")).ToContainTextAsync(Remark);
            await KeepAsync(offering, "writing-returned");
            await page.Locator("#Texts_Description_").FillAsync($"{Said}{Added}");
            await page.Locator("#writing .btn-primary").ClickAsync();
            await Link(page, Say("附件（选填）", "Attachments (optional)")).ClickAsync();
            await page.Locator("#Chosen").SetInputFilesAsync([new FilePayload { Name = "安装照片.png", MimeType = "image/png", Buffer = Attaching.Picture(2400, 1600) }]);
            await Button(page, "上传", "Upload").ClickAsync();
            await Expect(Link(page, "安装照片.png")).ToBeVisibleAsync();
            await KeepAsync(offering, "writing-files");
            await Button(page, "检查并提交", "Check and hand in").ClickAsync();
            await Button(page, "提交审核", "Hand in for review").ClickAsync();
            await Expect(Heading(page)).ToHaveTextAsync(Say("已提交，等待审核", "Handed in, waiting for review"));
        }

        async Task ApproveAsync()
        {
            var page = reviewing.Page;
            await page.GotoAsync(Links.Review);
            await Link(page, Offer).First.ClickAsync();
            await Expect(page.Locator("ins")).ToHaveTextAsync(Added);
            await KeepAsync(reviewing, "review-changed");
            await Button(page, "通过", "Approve").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Offer);
        }

        async Task ReadAsync()
        {
            var page = reading.Page;
            await page.GotoAsync(Links.CapabilityList);
            await Link(page, Offer).First.ClickAsync();
            await Expect(Heading(page)).ToContainTextAsync(Offer);
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Added);
            await Expect(Link(page, Need).First).ToBeVisibleAsync();
            await KeepAsync(reading, "capability");
        }

        async Task ReleaseAsync()
        {
            var page = reviewing.Page;
            await page.GotoAsync(Links.ReviewReleases);
            await Button(page, "先编排和预览", "Order and preview first").First.ClickAsync();
            await KeepAsync(reviewing, "review-batch");
            await Button(page, "现在就发布", "Release now").ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/releases/[0-9a-f-]{36}$"));
            await reading.Page.GotoAsync(page.Url);
            await Expect(reading.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("2026-02-供-001");
            await KeepAsync(reading, "release");
        }

        async Task CorrectAsync()
        {
            var page = offering.Page;
            await page.GotoAsync(Links.Workspace);
            await KeepAsync(offering, "workspace-published");
            await Link(page, Offer).First.ClickAsync();
            await KeepAsync(offering, "own");
            await Link(page, Say("实际效果", "Measured effect")).ClickAsync();
            await page.Locator("#Input_Text").FillAsync("漏报为 0，误报每台每月 1 次。");
            await Button(page, "公开这次更正", "Publish the correction").ClickAsync();
            await Expect(page.Locator("#Input_Why-error")).ToBeVisibleAsync();
            await KeepAsync(offering, "correct-refused");
            await page.Locator("#Input_Why").FillAsync("去年的数字出来了。");
            await Button(page, "公开这次更正", "Publish the correction").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("去年的数字出来了。");
            await KeepAsync(offering, "own-corrected");
            await portal.MatchedAsync();
            await reading.Page.GotoAsync(Links.Capability(capability.Id));
            await Expect(reading.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("去年的数字出来了。");
            await KeepAsync(reading, "capability-corrected");
        }

        async Task WithdrawAsync()
        {
            var page = offering.Page;
            await page.Locator("#Withdraw_Why").FillAsync(Reason);
            await page.Locator("#Withdraw_Understood").CheckAsync();
            await Button(page, "撤下", "Withdraw").ClickAsync();
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Reason);
            await KeepAsync(offering, "own-withdrawn");
            await portal.MatchedAsync();
            await reading.Page.GotoAsync(Links.Capability(capability.Id));
            await Expect(reading.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Reason);
            await KeepAsync(reading, "capability-withdrawn");
            await reading.Page.GotoAsync(reviewing.Page.Url);
            await Expect(reading.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Reason);
            await KeepAsync(reading, "release-changed");
        }

        string Say(string chinese, string english) => visitor.Language is Language.Chinese ? chinese : english;

        ILocator Button(IPage page, string chinese, string english) => page.GetByRole(AriaRole.Button, new() { Name = Say(chinese, english), Exact = true });

        async Task KeepAsync(Visit at, string name)
        {
            await at.Page.KeepPictureAsync(PageTests.Picture($"offering-{(visitor.Scripts ? null : "plain-")}{name}", visitor));
            if (visitor.Scripts)
            {
                await at.ShouldBeFlawlessAsync(visitor);
            }
            else
            {
                Assert.Empty(at.Complaints);
            }
        }
    }

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name });

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
