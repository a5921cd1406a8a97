using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScenarioPortal.IntegrationTests.SignIn;
using ScenarioPortal.Web.Accounts;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ScenarioPortal.EndToEndTests.Journeys;

public sealed class SignInTests(RegistrationPortal portals, Chromium chromium) : IClassFixture<RegistrationPortal>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_signs_in_by_keyboard_comes_back_to_the_page_and_signs_out(bool scripts)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        var secret = TimeCode.NewSecret();
        await portal.MemberAsync("lin", secret: secret);
        await using var visit = await chromium.VisitAsync(address, new() { Scripts = scripts });
        var page = visit.Page;
        await page.GotoAsync("/releases?kind=Opportunities");

        await PressAsync(page, page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "登录" }));
        await TypeAsync(page, page.GetByLabel("邮箱"), "lin@example.cn");
        await TypeAsync(page, page.GetByLabel("密码", new() { Exact = true }), "falsches Passwort");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.GetByLabel("邮箱")).ToHaveValueAsync("lin@example.cn");
        await TypeAsync(page, page.GetByLabel("密码", new() { Exact = true }), Members.Password);
        await page.Keyboard.PressAsync("Enter");
        await TypeAsync(page, page.GetByLabel("验证码"), portal.CodeOf(secret));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/releases\\?kind=Opportunities$"));
        Assert.Equal("", await page.EvaluateAsync<string>("document.cookie"));
        await PressAsync(page, page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "退出" }));
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "登录" })).ToBeVisibleAsync();
        Assert.Equal(0, await portal.ReadAsync(db => db.Sessions.CountAsync()));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Staff_set_up_their_second_factor_and_get_recovery_codes(bool scripts)
    {
        await using var portal = await portals.OpenAsync();
        var address = portal.Serve();
        await portal.MemberAsync("chen", Domain.Accounts.StaffRole.AuditAdministrator);
        await using var visit = await chromium.VisitAsync(address, new() { Scripts = scripts, Device = Device.Phone });
        var page = visit.Page;
        await page.SignInAsync("chen");

        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "二维码" })).ToBeVisibleAsync();
        var secret = Secrets.Decode(await page.Locator(".secret").InnerTextAsync());
        await page.GetByLabel("填写应用里显示的 6 位数字").FillAsync(portal.CodeOf(secret));
        await page.GetByRole(AriaRole.Button, new() { Name = "完成设置" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.List, new() { Name = "备用码" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(RecoveryCodes.Count);
        await page.KeepPictureAsync($"sign-in-recovery-codes-zh-phone");

        // Axe is a script itself and would wait for ever where none runs.
        Assert.Empty(scripts ? await Accessibility.ViolationsAsync(page, Colours.Light) : []);
        Assert.Empty(visit.Complaints);
    }

    private static async Task PressAsync(IPage page, ILocator target)
    {
        await TabToAsync(page, target);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TypeAsync(IPage page, ILocator field, string text)
    {
        await TabToAsync(page, field);
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        const int StopsMax = 80;
        await target.WaitForAsync();
        for (var i = 0; i < StopsMax && !await target.EvaluateAsync<bool>("e => e === document.activeElement"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(target).ToBeFocusedAsync();
    }
}
