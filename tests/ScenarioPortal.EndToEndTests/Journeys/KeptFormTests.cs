using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using ScenarioPortal.IntegrationTests.SignIn;
using ScenarioPortal.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>What becomes of what is being written when the session is over. Leaves a picture of each step.</summary>
public sealed class KeptFormTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private const string Trouble = "社区有一百多位独居老人，夜里跌倒常常第二天才被发现。希望不装摄像头，也能十分钟内通知值守人员，由他们上门。";
    private const string Offer = "毫米波雷达跌倒监测";

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
}
