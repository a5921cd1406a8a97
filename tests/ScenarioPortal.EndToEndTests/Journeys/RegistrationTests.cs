using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.CodeLists;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

/// <summary>A company comes in by itself, and a reviewer lets it in. Leaves a picture of each step.</summary>
public sealed partial class RegistrationTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    private static readonly FilePayload Licence = new()
    {
        Name = "营业执照.png",
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
    };

    [Theory]
    [MemberData(nameof(Journey.Views), MemberType = typeof(Journey))]
    public async Task A_new_company_gets_from_the_home_page_to_a_submitted_registration(Language language, Device device)
    {
        await using var portal = await portals.OpenAsync();
        var visitor = new Visitor { Language = language, Device = device };
        await using var visit = await chromium.VisitAsync(portal.Serve(), visitor);
        var page = visit.Page;
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Link, new() { Name = Say("登记企业", "Register a company") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Say("下一步：验证邮箱", "Next: prove your mail address") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await KeepAsync("register-refused");

        await page.GetByLabel(Say("统一社会信用代码", "Unified social credit code")).FillAsync("9144 0300 1922 0382 16");
        await page.GetByLabel(Say("单位名称", "Name"), new() { Exact = false }).First.FillAsync("岚泊医疗电子有限公司");
        await page.GetByLabel(Say("注册地", "Registered in")).FillAsync("东城区");
        await page.Locator("#Input_ContactName").FillAsync("林晓");
        await page.Locator("#Input_ContactPhone").FillAsync("0000-7703325");
        await page.Locator("#Input_Email").FillAsync("lin@example.cn");
        await page.GetByLabel(Say("设置密码", "Choose a password")).FillAsync("雨后的江面上有三只白鹭在慢慢地飞过");
        await page.GetByLabel(Say("我已阅读", "I have read")).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Say("下一步：验证邮箱", "Next: prove your mail address") }).ClickAsync();
        await page.GetByLabel(Say("验证码", "Code")).WaitForAsync();
        await KeepAsync("register-code");

        await page.GetByLabel(Say("验证码", "Code")).FillAsync(SixDigits().Match(await portal.LetterAsync()).Value);
        await page.GetByRole(AriaRole.Button, new() { Name = Say("验证，下一步：营业执照", "Prove it, next: business licence") }).ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(Licence);
        await KeepAsync("register-licence");
        await page.GetByRole(AriaRole.Button, new() { Name = Say("提交核验", "Submit for verification") }).ClickAsync();

        await Expect(page.GetByText(Say("已提交，等主管部门核验", "Submitted, awaits verification by the authority"))).ToBeVisibleAsync();
        await KeepAsync("organisation-submitted");
        var company = await portal.ReadAsync(db => db.Organisations.SingleAsync());
        Assert.NotNull(company.SubmittedAt);
        await page.GotoAsync($"/organisations/{company.Id}/members");
        await KeepAsync("members");
        await page.GotoAsync($"/organisations/{company.Id}/mandates");
        await KeepAsync("mandates");
        await page.GotoAsync("/organisations/claim");
        await KeepAsync("claims");

        string Say(string chinese, string english) => language is Language.Chinese ? chinese : english;

        Task KeepAsync(string name) => KeepFlawlessAsync(visit, visitor, name);
    }

    [Theory]
    [MemberData(nameof(Journey.Views), MemberType = typeof(Journey))]
    public async Task A_registration_that_was_returned_with_a_reason_at_its_field_is_corrected_and_verified(Language language, Device device)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var (company, owner) = await portal.SubmittedAsync();
        var reviewer = await portal.AccountAsync("周审", StaffRole.Reviewer, "110000");
        var visitor = new Visitor { Language = language, Device = device };
        await using var review = await chromium.VisitAsync(address, visitor);
        await using var visit = await chromium.VisitAsync(address, visitor);
        await portal.SignInAsync(review, reviewer, address);
        await portal.SignInAsync(visit, owner, address);

        await review.Page.GotoAsync("/review");
        await KeepFlawlessAsync(review, visitor, "review");
        await review.Page.GetByRole(AriaRole.Link, new() { Name = "岚泊医疗电子有限公司" }).First.ClickAsync();
        await review.Page.GetByText(Say("有不对的，退回修改", "Something is wrong: return it")).ClickAsync();
        await review.Page.Locator("#Input_Name").FillAsync("执照上还有示范市三字，请补上");
        await KeepFlawlessAsync(review, visitor, "review-organisation");
        await review.Page.GetByRole(AriaRole.Button, new() { Name = Say("退回修改", "Return it"), Exact = true }).ClickAsync();
        await review.Page.GetByText(Say("没有等您审核的", "Nothing waits for you")).WaitForAsync();

        await visit.Page.GotoAsync($"/organisations/{company.Id}");
        await KeepFlawlessAsync(visit, visitor, "organisation-returned");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = Say("去修改", "Correct it") }).ClickAsync();
        await Expect(visit.Page.Locator("#Input_Name-error")).ToContainTextAsync("执照上还有示范市三字，请补上");
        await KeepFlawlessAsync(visit, visitor, "organisation-edit");
        await visit.Page.Locator("#Input_Name").FillAsync("示范市岚泊医疗电子有限公司");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = Say("保存", "Save") }).ClickAsync();
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(Licence);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = Say("提交核验", "Submit for verification") }).ClickAsync();
        await visit.Page.GetByText(Say("已提交，等主管部门核验", "Submitted, awaits verification by the authority")).WaitForAsync();

        await review.Page.GotoAsync($"/review/organisations/{company.Id}");
        await review.Page.GetByRole(AriaRole.Button, new() { Name = Say("都对，通过核验", "All is right: verify") }).ClickAsync();
        await review.Page.GetByText(Say("没有等您审核的", "Nothing waits for you")).WaitForAsync();

        await visit.Page.GotoAsync($"/organisations/{company.Id}");
        await Expect(visit.Page.GetByText(Say("已核验", "Verified"), new() { Exact = true })).ToBeVisibleAsync();
        await KeepFlawlessAsync(visit, visitor, "organisation-verified");
        Assert.Equal(OrganisationStatus.Verified, (await portal.ReadAsync(db => db.Organisations.SingleAsync())).Status);

        string Say(string chinese, string english) => language is Language.Chinese ? chinese : english;
    }

    [Theory]
    [MemberData(nameof(Journey.Views), MemberType = typeof(Journey))]
    public async Task The_pages_of_the_administrators_are_whole(Language language, Device device)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var (_, owner) = await portal.SubmittedAsync();
        var (system, security) = (await portal.AccountAsync("陈系统", StaffRole.SystemAdministrator), await portal.AccountAsync("吴安全", StaffRole.SecurityAdministrator));
        var pair = ThesaurusEntry.Suggested(WordRelation.Solves, "屋顶漏雨", "防水卷材", "construction-safety", ThesaurusOrigin.Decisions, 7, portal.Clock.GetUtcNow());
        await portal.SaveAsync(new FactorReset(owner.Id, security.Id, portal.Clock.GetUtcNow()), pair);
        await portal.ImportAsync(ListKind.Opportunities, """{"id":"N1","title":"独居老人跌倒没人知道","publisher":"示范市民政局","field":"民生养老","description":"独居老人夜里跌倒没人知道。"}""");
        await portal.ImportAsync(ListKind.Capabilities,
            """
            {"id":"C1","company":"甲有限公司","field":"工业制造","title":"跌倒检测毫米波雷达","description":"老人跌倒后报警，不装摄像头。"}
            {"id":"C2","company":"乙有限公司","field":"民生养老","title":"独居老人用餐","description":"独居老人助餐，夜里也送。"}
            """);
        await portal.MatchedAsync();
        var need = (await portal.ReadAsync(db => db.Opportunities.FirstAsync(o => o.Title == "独居老人跌倒没人知道"))).Id;
        var visitor = new Visitor { Language = language, Device = device };

        foreach (var (account, pages) in new[]
        {
            (system, new Dictionary<string, string> { ["accounts"] = "/administration/accounts", ["account"] = $"/administration/accounts/{owner.Id}", ["units"] = "/administration/units", ["words"] = "/administration/words", ["matching"] = "/administration/matching", ["word"] = "/administration/words/布署", ["thesaurus"] = "/administration/thesaurus", ["suggestions"] = "/administration/thesaurus?state=Suggested", ["thesaurus-entry"] = $"/administration/thesaurus/{pair.Id}" }),
            (security, new Dictionary<string, string> { ["roles"] = "/security/roles", ["role"] = $"/security/roles/{system.Id}", ["factors"] = "/security/factors" })
        })
        {
            await using var visit = await chromium.VisitAsync(address, visitor);
            await portal.SignInAsync(visit, account, address);
            foreach (var (name, place) in pages)
            {
                await visit.Page.GotoAsync(place);
                Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
                await KeepFlawlessAsync(visit, visitor, $"administrator-{name}");
                if (name == "matching")
                {
                    var weights = visit.Page.Locator("[name='Input.Weights']");
                    await visit.Page.Locator("[name='Input.Numbers']").FillAsync($"{need}");
                    await weights.FillAsync((await weights.InputValueAsync()).Replace("field,0,0.3", "field,0,9", StringComparison.Ordinal));
                    await weights.Locator("xpath=ancestor::form").Locator("button").ClickAsync();
                    await Expect(visit.Page.Locator("#compared tbody tr")).Not.ToHaveCountAsync(0);
                    await KeepFlawlessAsync(visit, visitor, "administrator-matching-compared");
                }
            }
        }
    }

    private static async Task KeepFlawlessAsync(Visit visit, Visitor visitor, string name)
    {
        await visit.Page.KeepPictureAsync(PageTests.Picture(name, visitor));
        await visit.ShouldBeFlawlessAsync(visitor);
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixDigits();
}
