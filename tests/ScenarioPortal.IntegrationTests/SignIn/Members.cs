using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Accounts;
using Xunit;

namespace ScenarioPortal.IntegrationTests.SignIn;

/// <summary>People with passwords and second factors, and how they sign in.</summary>
internal static class Members
{
    public const string Password = "Rote-Katze-7-schläft";

    extension(PortalHost portal)
    {
        public async Task<Account> MemberAsync(string name, StaffRole? role = null, byte[]? secret = null, bool demonstration = false)
        {
            var account = portal.NewAccount(name, demonstration);
            account.PasswordHash = portal.Services.GetRequiredService<Microsoft.AspNetCore.Identity.IPasswordHasher<Account>>().HashPassword(account, Password);
            account.PasswordChangedAt = portal.Clock.GetUtcNow();
            if (secret is not null)
            {
                Assert.True(portal.Services.GetRequiredService<SecondFactor>().SetUp(account, secret, portal.CodeOf(secret)));
                account.TotpStep = null;
            }

            await portal.SaveAsync(role is { } post ? [account, new StaffGrant(account.Id, post, null, portal.Clock.GetUtcNow())] : [account]);
            return account;
        }

        /// <summary>What the app shows now.</summary>
        public string CodeOf(byte[] secret) => TimeCode.At(secret, TimeCode.StepAt(portal.Clock.GetUtcNow()));
    }

    public static async Task<FormBrowser> TryAsync(this FormBrowser browser, string email, string password, string address = "/sign-in")
    {
        await browser.OpenAsync(address);
        return await browser.SendAsync(("Input.Email", email), ("Input.Password", password));
    }
}
