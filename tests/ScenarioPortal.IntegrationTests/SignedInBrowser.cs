using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Web.Accounts;
using ScenarioPortal.Web.Privacy;

namespace ScenarioPortal.IntegrationTests;

/// <summary>Browsers of people who are signed in already, for tests that are not about signing in.</summary>
internal static class SignedInBrowser
{
    extension(PortalHost portal)
    {
        /// <summary>An account with a live session: its browser sends the cookie with every request.</summary>
        public async Task<HttpClient> SignedInAsync(Account account, Factors factors = Factors.Password | Factors.TimeCode)
        {
            var browser = portal.Browser();
            browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={await portal.SessionAsync(account, factors)}");
            return browser;
        }

        /// <summary>Starts a session and tells its key.</summary>
        public async Task<string> SessionAsync(Account account, Factors factors = Factors.Password | Factors.TimeCode)
        {
            var key = SecretKey.New();
            var now = portal.Clock.GetUtcNow();
            if (!await portal.ReadAsync(db => db.Consents.AnyAsync(c => c.AccountId == account.Id)))
            {
                await portal.SaveAsync(new Consent { AccountId = account.Id, Purpose = ConsentPurpose.Account, Version = PrivacyNotice.Version, GivenAt = now });
            }

            await portal.SaveAsync(new Session
            {
                KeyHash = SecretKey.Hash(key),
                AccountId = account.Id,
                Factors = factors,
                StartedAt = now,
                LastSeenAt = now,
                ConfirmedAt = now
            });
            return key;
        }

        public Account NewAccount(string name, bool isDemonstration = false) => new()
        {
            DisplayName = name,
            UserName = $"{name}@example.cn",
            NormalizedUserName = $"{name}@EXAMPLE.CN".ToUpperInvariant(),
            Email = $"{name}@example.cn",
            NormalizedEmail = $"{name}@EXAMPLE.CN".ToUpperInvariant(),
            EmailConfirmed = true,
            IsDemonstration = isDemonstration,
            CreatedAt = portal.Clock.GetUtcNow()
        };
    }
}
