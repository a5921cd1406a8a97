using Microsoft.Playwright;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.EndToEndTests;

/// <summary>Tabs of people who are signed in already, for pages that are not about signing in.</summary>
internal static class SignedIn
{
    /// <summary>A new account with this role, whose session this tab has from now on.</summary>
    public static async Task SignInAsync(this Visit visit, PortalHost portal, Uri address, StaffRole role)
    {
        var account = portal.NewAccount($"{Guid.CreateVersion7():N}");
        await portal.SaveAsync(account, new StaffGrant(account.Id, role, role is StaffRole.Reviewer ? "990100" : null, portal.Clock.GetUtcNow()));
        await visit.Page.Context.AddCookiesAsync([new Cookie
        {
            Name = SessionCookie.Name, Value = await portal.SessionAsync(account), Domain = address.Host, Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax
        }]);
    }
}
