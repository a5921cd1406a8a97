using Microsoft.Playwright;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.IntegrationTests.SignIn;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.EndToEndTests;

/// <summary>People on their way in, for the pages that only they see.</summary>
internal static class SignInPlaces
{
    private const string Secret = "a-secret-that-everybody-knows-in-these-tests";

    /// <summary>Has a second factor, and gives it next.</summary>
    public const string WithCode = "with-code";

    /// <summary>Must set a second factor up.</summary>
    public const string WithoutFactor = "without-factor";

    public static string Reset => Links.Reset(Secret + "-r");

    public static string Invitation => Links.Invitation(Secret + "-i");

    public static async Task MakeAsync(PortalHost portal)
    {
        var account = await portal.MemberAsync(WithCode, secret: TimeCode.NewSecret());
        await portal.MemberAsync(WithoutFactor, StaffRole.AuditAdministrator);
        var now = portal.Clock.GetUtcNow();
        await portal.SaveAsync(
            new OneTimeLink { Purpose = LinkPurpose.PasswordReset, SecretHash = SecretKey.Hash(Secret + "-r"), Email = account.Email!, AccountId = account.Id, CreatedAt = now, ExpiresAt = now.AddMinutes(30) },
            new OneTimeLink
            {
                Purpose = LinkPurpose.Invitation,
                SecretHash = SecretKey.Hash(Secret + "-i"),
                Email = "",
                Invitation = new() { StaffRole = StaffRole.SystemAdministrator },
                CreatedAt = now,
                ExpiresAt = now.AddHours(24)
            });
    }

    /// <summary>Through the real page, as far as a password leads.</summary>
    public static async Task SignInAsync(this IPage page, string name, string password = Members.Password)
    {
        await page.GotoAsync(Links.SignIn);
        await page.Locator("#Input_Email").FillAsync($"{name}@example.cn");
        await page.Locator("#Input_Password").FillAsync(password);
        await page.Locator("main form .btn-primary").ClickAsync();
    }
}
