using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.IntegrationTests.SignIn;
using ScenarioPortal.IntegrationTests.Writing;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Accounts;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>
/// From a problem in one's head to a numbered line on the list, and what becomes of it there: written, returned, corrected, approved, released, asked about, answered,
/// put right by an addendum and closed with its reason. By pointing, by the keys alone, and without scripts. Leaves a picture of each step.
/// </summary>
public sealed class PublishingTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private const int ActsAtMost = 12;
    private const string Need = "独居老人夜里跌倒没人知道";
    private const string Trouble = "社区有一百多位独居老人，夜里跌倒常常第二天才被发现。希望不装摄像头，也能十分钟内通知值守人员，由他们上门。";
    private const string Remark = "请写明每年发生几次，附上平面图";
    private const string Added = "去年发生 41 次。";
    private const string Offer = "毫米波雷达跌倒监测";
    private const string Question = "老人家里有没有无线网络？";
    private const string Answer = "一半有。没有的由社区统一装，不用企业出钱。";
    private const string Reason = "来的三份方案都要装摄像头，老人不同意。";

    [Theory]
    [MemberData(nameof(Journey.Views), MemberType = typeof(Journey))]
    public Task A_need_goes_from_two_fields_to_its_reason_for_closing(Language language, Device device) =>
        GoAsync(new() { Language = language, Device = device }, () => new PointingHand(), "");

    [Fact]
    public Task It_goes_so_by_the_keys_alone() => GoAsync(new(), () => new HandOnKeys(), "keys-");

    [Fact]
    public Task It_goes_so_without_scripts() => GoAsync(new() { Language = Language.English, Device = Device.Phone, Scripts = false }, () => new PointingHand(), "plain-");

    private async Task GoAsync(Visitor visitor, Func<Hand> newHand, string pictures)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        await portal.ImportAsync(ListKind.Capabilities, $$"""{"id":"C1","title":"{{Offer}}","description":"不装摄像头，用毫米波雷达发现独居老人夜里跌倒，一分钟内通知值守人员。","company":"安栖感知科技有限公司"}""");
        await portal.MatchedAsync();
        var secret = TimeCode.NewSecret();
        var publisher = await portal.MemberAsync("linxiao", secret: secret);
        await portal.JoinAsync(publisher, "示范市民政局", OrganisationKind.Government);
        var member = await portal.EditorAsync("安栖感知数据有限公司", OrganisationKind.Company, "zhouyuan");
        var reviewer = await portal.AccountAsync("周审", StaffRole.Reviewer, "110000");
        await using var publishing = await chromium.VisitAsync(address, visitor);
        await using var reviewing = await chromium.VisitAsync(address, visitor);
        await using var asking = await chromium.VisitAsync(address, visitor);
        await using var reading = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(reviewing, reviewer, address);
        await portal.SignInAsync(asking, member, address);
        var hand = newHand();

        await WriteAsync();
        await ReturnAsync();
        await PutRightAsync();
        await ApproveAsync();
        var batch = await ReleaseAsync();
        var id = await portal.ReadAsync(db => db.Opportunities.Select(o => o.Id).SingleAsync());
        await ReadAsync();
        await AskAsync();
        await AnswerAsync();
        await AddAsync();
        await CloseAsync();
        await LookBackAsync();

        async Task WriteAsync()
        {
            var page = publishing.Page;
            await page.GotoAsync(Links.SignInTo(Links.Workspace));
            await hand.WriteAsync(page.Locator("#Input_Email"), publisher.Email!);
            await hand.WriteAsync(page.Locator("#Input_Password"), Members.Password);
            await hand.PressAsync(page.Locator("main form:not([data-passkey]) .btn-primary"));
            await hand.WriteAsync(page.Locator("#Input_Code"), portal.CodeOf(secret));
            await hand.PressAsync(page.Locator("main form:not([data-passkey]) .btn-primary"));
            await hand.ChooseAsync(page.GetByRole(AriaRole.Checkbox));
            await hand.PressAsync(page.Locator("main form .btn-primary").First);
            await Expect(page).ToHaveURLAsync(new Regex($"{Links.Workspace}$"));
            await KeepAsync(publishing, "workspace-empty");
            var before = hand.Acts;
            await hand.PressAsync(Button(page, "发布需求", "Publish a need").First);
            await hand.WriteAsync(page.Locator("#Texts_Title_"), Need);
            await hand.WriteAsync(page.Locator("#Texts_Description_"), Trouble);
            if (!visitor.Scripts)
            {
                // What stands beside the text is as new as the last saving.
                await hand.PressAsync(page.Locator("#writing .btn-primary"));
            }

            var beside = page.Locator("[data-beside]");
            await Expect(beside.GetByRole(AriaRole.Link, new() { Name = Offer })).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await Expect(beside.Locator(".hints li").First).ToBeVisibleAsync();
            await KeepAsync(publishing, "writing");
            await hand.PressAsync(Button(page, "检查并提交", "Check and hand in"));
            await Expect(Heading(page)).ToHaveTextAsync(Say("检查并提交", "Check and hand in"));
            await KeepAsync(publishing, "writing-check");
            await hand.PressAsync(Button(page, "提交审核", "Hand in for review"));
            await Expect(Heading(page)).ToHaveTextAsync(Say("已提交，等待审核", "Handed in, waiting for review"));
            await KeepAsync(publishing, "writing-handed-in");
            Assert.InRange(hand.Acts - before, 1, ActsAtMost);
        }

        async Task ReturnAsync()
        {
            var page = reviewing.Page;
            await page.GotoAsync(Links.Review);
            await hand.PressAsync(Link(page, Need).First);
            await Expect(Heading(page)).ToHaveTextAsync(Need);
            await KeepAsync(reviewing, "review-submission");
            await hand.PressAsync(page.Locator("details").Filter(new() { HasText = Say("：现在的难处", ": What hurts today") }).Locator("summary"));
            await hand.WriteAsync(page.Locator("#remark-Description"), Remark);
            await hand.PressAsync(Button(page, "退回修改", "Return it"));
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Need);
        }

        async Task PutRightAsync()
        {
            var page = publishing.Page;
            await page.GotoAsync(Links.Workspace);
            await KeepAsync(publishing, "workspace-returned");
            await hand.PressAsync(Link(page, Need).First);
            await Expect(page.Locator("#Texts_Description_-error")).ToContainTextAsync(Remark);
            await KeepAsync(publishing, "writing-returned");
            await hand.WriteAsync(page.Locator("#Texts_Description_"), $"{Trouble}{Added}");
            await hand.PressAsync(page.Locator("#writing .btn-primary"));
            await hand.PressAsync(Link(page, Say("附件（选填）", "Attachments (optional)")));
            await hand.GiveAsync(page.Locator("#Chosen"), File("一层平面图.pdf", Attaching.Pdf("plan")), File("楼道.png", Attaching.Picture(2400, 1600)),
                File("旧格式.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));
            await hand.PressAsync(Button(page, "上传", "Upload"));
            await Expect(page.Locator("#Chosen-error")).ToContainTextAsync("旧格式.doc");
            await hand.WriteAsync(page.GetByLabel(Say("说明“一层平面图.pdf”（选填）", "What “一层平面图.pdf” shows (optional)")), "红线内要覆盖");
            await KeepAsync(publishing, "writing-files");
            await hand.PressAsync(Button(page, "检查并提交", "Check and hand in"));
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("红线内要覆盖");
            await hand.PressAsync(Button(page, "提交审核", "Hand in for review"));
            await Expect(Heading(page)).ToHaveTextAsync(Say("已提交，等待审核", "Handed in, waiting for review"));
        }

        async Task ApproveAsync()
        {
            var page = reviewing.Page;
            await page.GotoAsync(Links.Review);
            await hand.PressAsync(Link(page, Need).First);
            await Expect(page.Locator("ins")).ToHaveTextAsync(Added);
            await Expect(Link(page, "一层平面图.pdf")).ToBeVisibleAsync();
            await KeepAsync(reviewing, "review-changed");
            await hand.PressAsync(Button(page, "通过", "Approve"));
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Need);
        }

        async Task<Guid> ReleaseAsync()
        {
            var page = reviewing.Page;
            await hand.PressAsync(Link(page, Say("编发清单批次", "Compile a batch")));
            await Expect(Button(page, "先编排和预览", "Order and preview first").First).ToBeVisibleAsync();
            await KeepAsync(reviewing, "review-releases");
            await hand.PressAsync(Button(page, "先编排和预览", "Order and preview first").First);
            await hand.WriteAsync(page.Locator("#Input_CoverNote"), "请有意向的企业于月底前联系。");
            await hand.PressAsync(Button(page, "保存", "Save"));
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Say("已保存", "Saved"));
            await KeepAsync(reviewing, "review-batch");
            await reading.Page.GotoAsync((await Link(page, Say("打开预览地址", "Open the preview")).GetAttributeAsync("href"))!);
            await Expect(reading.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Need);
            await KeepAsync(reading, "release-preview");
            await hand.PressAsync(Button(page, "现在就发布", "Release now"));
            await Expect(page).ToHaveURLAsync(new Regex("/releases/[0-9a-f-]{36}$"));
            return Guid.Parse(page.Url[^36..]);
        }

        async Task ReadAsync()
        {
            var page = reading.Page;
            await page.GotoAsync(Links.Release(batch));
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("2026-01-需-001");
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Added);
            await hand.PressAsync(Link(page, Need).First);
            await Expect(page).ToHaveURLAsync(new Regex($"{Links.Opportunity(id)}$"));
            var saved = await page.RunAndWaitForDownloadAsync(() => hand.PressAsync(Link(page, "一层平面图.pdf")));
            Assert.Equal("一层平面图.pdf", saved.SuggestedFilename);
            await KeepAsync(reading, "need-released");
        }

        async Task AskAsync()
        {
            var page = asking.Page;
            await page.GotoAsync(Links.Opportunity(id));
            await hand.PressAsync(Button(page, "关注", "Watch"));
            await Expect(Button(page, "取消关注", "Stop watching")).ToBeVisibleAsync();
            await hand.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = Say("我要提问", "Ask a question"), Exact = true }));
            await Expect(page.Locator("#Text")).ToBeVisibleAsync();
            await KeepAsync(asking, "ask");
            await hand.WriteAsync(page.Locator("#Text"), Question);
            await hand.PressAsync(Button(page, "提交问题", "Send the question"));
            await Expect(page.Locator("#questions")).ToContainTextAsync(Question);
            await KeepAsync(asking, "need-asked");
        }

        async Task AnswerAsync()
        {
            var page = publishing.Page;
            await page.GotoAsync(Links.Workspace);
            await KeepAsync(publishing, "workspace-question");
            await hand.PressAsync(Link(page, Question).First);
            await hand.WriteAsync(page.Locator("#Answer"), Answer);
            await KeepAsync(publishing, "question");
            await hand.PressAsync(Button(page, "公开答复", "Publish the answer"));
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Answer);
            await KeepAsync(publishing, "need");
        }

        async Task AddAsync()
        {
            var page = publishing.Page;
            await hand.PressAsync(Link(page, Say("现在的难处", "What hurts today")));
            await hand.WriteAsync(page.Locator("#Input_Text"), "社区有一百二十位独居老人，夜里跌倒常常第二天才被发现。");
            await hand.WriteAsync(page.Locator("#Input_Why"), "人数写错了。");
            await KeepAsync(publishing, "correct");
            await hand.PressAsync(Button(page, "公开这次更正", "Publish the correction"));
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("人数写错了。");
        }

        async Task CloseAsync()
        {
            var page = publishing.Page;
            var close = page.Locator("#close").Locator("..").GetByRole(AriaRole.Button);
            await hand.ChooseAsync(page.Locator("#ending-NoSuitableSupplier"));
            await hand.PressAsync(close);
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await KeepAsync(publishing, "need-refused");
            await hand.WriteAsync(page.Locator("#Close_Note"), Reason);
            await hand.ChooseAsync(page.Locator("#Close_Understood"));
            await hand.PressAsync(close);
            await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(Need);
            await KeepAsync(publishing, "need-closed");
        }

        async Task LookBackAsync()
        {
            await portal.MatchedAsync();
            var page = asking.Page;
            await page.GotoAsync(Links.Notifications);
            await Expect(page.Locator(".items > li")).ToHaveCountAsync(3);
            await KeepAsync(asking, "notifications");
            await page.GotoAsync(Links.NotificationChoices);
            await KeepAsync(asking, "notification-choices");

            page = reading.Page;
            await page.GotoAsync(Links.Opportunity(id));
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Reason);
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Answer);
            await KeepAsync(reading, "need-ended");
            await page.GotoAsync(Links.Release(batch));
            await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("人数写错了。");
            await KeepAsync(reading, "release-changed");
            await page.GotoAsync(await StopAddressAsync(portal, member));
            await KeepAsync(reading, "stop");
            await hand.PressAsync(Button(page, "停收", "Stop them"));
            await Expect(Heading(page)).ToBeVisibleAsync();
            await KeepAsync(reading, "stopped");
        }

        string Say(string chinese, string english) => visitor.Language is Language.Chinese ? chinese : english;

        ILocator Button(IPage page, string chinese, string english) => page.GetByRole(AriaRole.Button, new() { Name = Say(chinese, english), Exact = true });

        // The other ways show the same pages: those are looked at for what only they could spoil.
        async Task KeepAsync(Visit at, string name)
        {
            await at.Page.KeepPictureAsync(PageTests.Picture($"publishing-{pictures}{name}", visitor));
            if (pictures.Length == 0)
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

    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    /// <summary>As it stands in a mail that was to be sent.</summary>
    private static async Task<string> StopAddressAsync(PortalHost portal, Account account)
    {
        var mails = await portal.MailToAsync(account.Email!);
        return new Uri(mails[0].Headers["List-Unsubscribe"]!.Trim('<', '>')).PathAndQuery;
    }
}
