using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ScenarioPortal.IntegrationTests.Pairings;
using ScenarioPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>
/// A company and a publisher in two browsers: from the match to interest, answer and, step by step, the pilot; a third, who has no account, reads what is public.
/// Leaves a picture of each step.
/// </summary>
public sealed class PairingTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private const string Offer = "我们在三个社区 420 户用了一年，可以先装 5 户试一周。";
    private const string Welcome = "周四下午两点到云桥街道看现场，请带一台样机。";
    private const string Signed = "合作协议双方已盖章，设备费由我们承担。";

    public static TheoryData<Language, Device> Views { get; } = new() { { Language.Chinese, Device.Desktop }, { Language.English, Device.Phone } };

    [Theory]
    [MemberData(nameof(Views))]
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
        await Button(company.Page, Say("发出意向", "Send")).ClickAsync();
        await Expect(company.Page).ToHaveURLAsync(new Regex("/pairings/[0-9a-f-]{36}$"));
        await KeepAsync(company, "interested");

        await publisher.Page.GotoAsync(Links.Workspace);
        await KeepAsync(publisher, "workspace");
        await Link(publisher.Page, Met.NeedTitle).First.ClickAsync();
        await Expect(publisher.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Offer);
        await KeepAsync(publisher, "to-answer");
        await Link(publisher.Page, Say("愿意对接", "Accept")).ClickAsync();
        await publisher.Page.Locator("#Note").FillAsync(Welcome);
        await KeepAsync(publisher, "accept");
        await Button(publisher.Page, Say("愿意对接", "Accept")).ClickAsync();
        await Expect(publisher.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Welcome);

        await StepAsync(Say("签约", "Agreed"), Signed, keep: true);
        await StepAsync(Say("试点", "Pilot"), "60 户已经装好。");
        await KeepAsync(publisher, "piloting");

        await portal.MatchedAsync();
        await reader.Page.GotoAsync(Links.PairingList);
        await KeepAsync(reader, "list");
        await Link(reader.Page, Say("看经过", "Read its story")).First.ClickAsync();
        await Expect(Heading(reader.Page)).ToContainTextAsync(Met.NeedTitle);
        await Expect(reader.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync(Offer);
        await KeepAsync(reader, "public");

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
