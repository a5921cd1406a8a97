using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.IntegrationTests.Pairings;
using ScenarioPortal.IntegrationTests.Showcases;
using ScenarioPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>
/// A company and a publisher in two browsers: from the match to interest, answer, plan and, step by step, the pilot and its result; a third, who has no account, reads what is public and checks the certificate;
/// and on to a showcase that another unit joins.
/// Leaves a picture of each step.
/// </summary>
public sealed class PairingTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private const string Offer = "我们在三个社区 420 户用了一年，可以先装 5 户试一周。";
    private const string Welcome = "周四下午两点到云桥街道看现场，请带一台样机。";
    private const string Signed = "合作协议双方已盖章，设备费由我们承担。";

    private const string Message = "第 41 户的网关今晚 20:00 更换，约 15 分钟离线，已告知值守。";

    [Theory]
    [MemberData(nameof(Journey.Views), MemberType = typeof(Journey))]
    public async Task Two_sides_meet_and_both_confirm_each_step(Language language, Device device)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var visitor = new Visitor { Language = language, Device = device };
        var met = await Met.MakeAsync(portal);
        await portal.MatchedAsync();
        await using var company = await chromium.VisitAsync(address, visitor);
        await using var publisher = await chromium.VisitAsync(address, visitor);
        await using var reader = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(company, met.Supplier, address);
        await portal.SignInAsync(publisher, met.Publisher, address);

        await company.Page.GotoAsync(Links.Match(met.Need.Id, met.Capability.Id));
        await Link(company.Page, Say("发起对接", "Begin a pairing")).ClickAsync();
        await KeepAsync(company, "begin");
        await Button(company.Page, Say("发出意向", "Send")).ClickAsync();
        await Expect(company.Page.Locator("#Note-error")).ToBeVisibleAsync();
        await company.Page.Locator("#Note").FillAsync(Offer);
        await company.Page.Locator("#Answers_0_").FillAsync("全程不用摄像头。");
        await company.Page.Locator("#veiled-yes").CheckAsync();
        await Button(company.Page, Say("发出意向", "Send")).ClickAsync();
        await Expect(company.Page).ToHaveURLAsync(new Regex("/pairings/[0-9a-f-]{36}$"));
        await KeepAsync(company, "interested");

        await publisher.Page.GotoAsync(Links.Workspace);
        await KeepAsync(publisher, "workspace");
        await Link(publisher.Page, Met.NeedTitle).First.ClickAsync();
        await Expect(publisher.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Offer);
        await Expect(publisher.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(met.Company.Name);
        await KeepAsync(publisher, "veiled");
        await Link(company.Page, Say("现在署名", "Show our name now")).ClickAsync();
        await Button(company.Page, Say("现在署名", "Show our name now")).ClickAsync();
        await Expect(company.Page).ToHaveURLAsync(new Regex("/pairings/[0-9a-f-]{36}$"));
        await publisher.Page.ReloadAsync();
        await Expect(publisher.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(met.Company.Name);
        await KeepAsync(publisher, "to-answer");
        await Link(publisher.Page, Say("愿意对接", "Accept")).ClickAsync();
        await publisher.Page.Locator("#Note").FillAsync(Welcome);
        await KeepAsync(publisher, "accept");
        await Button(publisher.Page, Say("愿意对接", "Accept")).ClickAsync();
        await Expect(publisher.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Welcome);

        await StepAsync(Say("签约", "Agreed"), Signed, keep: true);
        await PlanAsync();
        await StepAsync(Say("试点", "Pilot"), "60 户已经装好。");
        await KeepAsync(publisher, "piloting");
        await company.Page.ReloadAsync();
        await company.Page.Locator("#Text").FillAsync(Message);
        await Button(company.Page, Say("发送留言", "Send the message")).ClickAsync();
        await publisher.Page.ReloadAsync();
        await Expect(publisher.Page.Locator(".talk")).ToContainTextAsync(Message);
        await KeepAsync(publisher, "messages");
        await ResultAsync();
        await StepAsync(Say("验证通过", "Verified"), "每项都达到了。");
        await KeepAsync(publisher, "verified");
        await Link(publisher.Page, Say("验证证书", "Certificate")).ClickAsync();
        var certificate = new Uri(publisher.Page.Url).AbsolutePath;

        await portal.MatchedAsync();
        await reader.Page.GotoAsync(Links.PairingList);
        await KeepAsync(reader, "list");
        await Link(reader.Page, Say("看经过", "Read its story")).First.ClickAsync();
        await Expect(Heading(reader.Page)).ToContainTextAsync(Met.NeedTitle);
        await Expect(reader.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(Offer);
        await KeepAsync(reader, "public");
        await reader.Page.GotoAsync(Links.Certificates);
        await reader.Page.Locator("#q").FillAsync(certificate.Split('/')[^1].ToLowerInvariant());
        await KeepAsync(reader, "certificates");
        await Button(reader.Page, Say("核对", "Check")).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Say("真实：本平台发出的验证证书", "Genuine: a certificate issued by this portal"));
        await Expect(reader.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("4 分 10 秒");
        await KeepAsync(reader, "certificate");

        await publisher.Page.GotoAsync(new Uri(company.Page.Url).AbsolutePath);
        await StepAsync(Say("产业应用", "Industrial use"), "合同已签，八个社区都装。");
        await ShowcaseAsync();
        await JoinAsync();

        async Task ShowcaseAsync()
        {
            await company.Page.ReloadAsync();
            await Link(company.Page, Say("写成示范案例", "Write as a showcase")).ClickAsync();
            await Button(company.Page, Say("写好了，请对方同意", "Save and ask the other side to agree")).ClickAsync();
            await Expect(company.Page.Locator("#Input_Approach-error")).ToBeVisibleAsync();
            foreach (var (field, text) in new[]
            {
                ("Title", Told.Title), ("Problem", "夜里跌倒，第二天才被发现。"), ("Solution", "毫米波雷达发现跌倒，通知网格员上门。"), ("Approach", "先装五户，再装六十户。"),
                ("Applies", "独居老人多的社区。"), ("Conditions", "有网格员值班。"), ("Pitfalls", "宠物会误报。")
            })
            {
                await company.Page.Locator($"#Input_{field}").FillAsync(text);
            }

            await company.Page.Locator("#contact-Publisher").CheckAsync();
            await KeepAsync(company, "showcase-write");
            await Button(company.Page, Say("写好了，请对方同意", "Save and ask the other side to agree")).ClickAsync();
            await Expect(Heading(company.Page)).ToContainTextAsync(Told.Title);

            await publisher.Page.ReloadAsync();
            await Link(publisher.Page, Told.Title).ClickAsync();
            await KeepAsync(publisher, "showcase-to-agree");
            await Button(publisher.Page, Say("同意并提交审核", "Agree and hand in for review")).ClickAsync();
            await using var reviewer = await chromium.VisitAsync(address, visitor);
            await portal.SignInAsync(reviewer, await portal.AccountAsync("周敏", StaffRole.Reviewer, "110000"), address);
            await reviewer.Page.GotoAsync(Links.Review);
            await Link(reviewer.Page, Told.Title).First.ClickAsync();
            await KeepAsync(reviewer, "showcase-review");
            await Button(reviewer.Page, Say("通过，编入下一批", "Approve for the next batch")).ClickAsync();
            await reviewer.Page.GotoAsync(Links.ReviewReleases);
            await Button(reviewer.Page, Say("给选中的案例编号并发布", "Number and release those chosen")).ClickAsync();
            await Expect(reviewer.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Told.Title);
        }

        async Task JoinAsync()
        {
            await portal.MatchedAsync();
            var east = await Told.UnitAsync(portal, "东岸街道办事处", "914403001922038216", "east");
            await using var wanting = await chromium.VisitAsync(address, visitor);
            await portal.SignInAsync(wanting, east.Editor, address);
            await wanting.Page.GotoAsync(Links.ShowcaseList);
            await Link(wanting.Page, Told.Title).ClickAsync();
            await Link(wanting.Page, Say("我们也要", "We want this too")).ClickAsync();
            await Button(wanting.Page, Say("我们也要", "We want this too")).ClickAsync();
            await Expect(wanting.Page.Locator("#Words-error")).ToBeVisibleAsync();
            await wanting.Page.Locator("#Words").FillAsync("我们街道也想装。");
            await wanting.Page.Locator("#Quantity").FillAsync("300 户");
            await KeepAsync(wanting, "join");
            await Button(wanting.Page, Say("我们也要", "We want this too")).ClickAsync();
            await KeepAsync(wanting, "joined");
            await Button(wanting.Page, Say("只写本单位的需求", "Write a need for my unit alone")).ClickAsync();
            await Expect(wanting.Page).ToHaveURLAsync(new Regex("/workspace/writing/[0-9a-f-]{36}$"));
            await KeepAsync(wanting, "joint-draft");

            await reader.Page.GotoAsync(Links.ShowcaseList);
            await Link(reader.Page, Told.Title).ClickAsync();
            await Expect(reader.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("东岸街道办事处");
            await Expect(reader.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("4 分 10 秒");
            await Expect(reader.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("我们街道也想装。");
            await KeepAsync(reader, "showcase");
        }

        async Task PlanAsync()
        {
            await company.Page.ReloadAsync();
            await Link(company.Page, Say("写验证方案", "Write the plan of verification")).ClickAsync();
            await Button(company.Page, Say("写好了，请对方同意", "Save and ask the other side to agree")).ClickAsync();
            await Expect(company.Page.Locator("#SafetyLimits-error")).ToBeVisibleAsync();
            await KeepAsync(company, "plan-missing");
            foreach (var (field, text) in new[]
            {
                ("Criteria_0__What", "夜间从跌倒到有人知道"), ("Criteria_0__Method", "平台时间戳，95 分位"), ("Criteria_0__Baseline", "5.2 小时"), ("Criteria_0__Target", "10 分钟以内"),
                ("SafetyLimits", "漏报致伤 0 起。"), ("RiskControls", "发生即暂停该户，值守改为电话问候。"), ("From", "2026-12-01"), ("Until", "2027-02-28")
            })
            {
                await company.Page.Locator($"#{field}").FillAsync(text);
            }

            await KeepAsync(company, "plan");
            await Button(company.Page, Say("写好了，请对方同意", "Save and ask the other side to agree")).ClickAsync();
            await Expect(company.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("95 分位");
            await publisher.Page.ReloadAsync();
            await Link(publisher.Page, Say("同意验证方案", "Agree to the plan")).ClickAsync();
            await KeepAsync(publisher, "plan-to-agree");
            await Button(publisher.Page, Say("同意验证方案", "Agree to the plan")).ClickAsync();
            await Expect(publisher.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Say("双方", "Both agreed"));
        }

        async Task ResultAsync()
        {
            await company.Page.ReloadAsync();
            await Link(company.Page, Say("写验证结果", "Write the result")).ClickAsync();
            await company.Page.Locator("#Values_0__Value").FillAsync("4 分 10 秒");
            await company.Page.Locator("#Values_0__Verdict").SelectOptionAsync("Met");
            await company.Page.Locator("#kept").CheckAsync();
            await company.Page.Locator("#Witness").FillAsync("示范市养老服务质量检测中心");
            await company.Page.Locator("#Conclusion").FillAsync("60 户三个月，可以推开。");
            await KeepAsync(company, "result");
            await Button(company.Page, Say("写好结果", "Save the result")).ClickAsync();
            await Expect(company.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("4 分 10 秒");
        }

        async Task StepAsync(string step, string words, bool keep = false)
        {
            await company.Page.ReloadAsync();
            await Link(company.Page, Say("提出下一步", "Say that the next step is done")).ClickAsync();
            await company.Page.GetByRole(AriaRole.Radio, new() { Name = step, Exact = true }).CheckAsync();
            await company.Page.Locator("#Note").FillAsync(words);
            if (keep)
            {
                await KeepAsync(company, "suggest");
            }

            await Button(company.Page, Say("提出下一步", "Say that the next step is done")).ClickAsync();
            await Expect(company.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(words);
            await publisher.Page.ReloadAsync();
            await Link(publisher.Page, Say("确认", "Confirm")).First.ClickAsync();
            if (keep)
            {
                await KeepAsync(publisher, "confirm");
            }

            await Button(publisher.Page, Say("确认", "Confirm")).ClickAsync();
            await Expect(publisher.Page.Locator(".meet-head .between")).ToContainTextAsync(step);
        }

        string Say(string chinese, string english) => language is Language.Chinese ? chinese : english;

        async Task KeepAsync(Visit at, string name)
        {
            await at.Page.KeepPictureAsync(PageTests.Picture($"pairing-{name}", visitor));
            await at.ShouldBeFlawlessAsync(visitor);
        }
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name });

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
