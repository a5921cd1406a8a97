using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Web.Privacy;

namespace ScenarioPortal.IntegrationTests.Me;

/// <summary>People with a password and a session, for tests of what they do with their own account.</summary>
internal static class Home
{
    public const string Password = "correct horse battery 9";

    extension(PortalHost portal)
    {
        public async Task<Account> AccountAsync(string name, StaffRole? post = null)
        {
            var account = portal.NewAccount(name);
            account.PasswordHash = portal.Services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password);
            await portal.SaveAsync(account, new Consent
            {
                AccountId = account.Id,
                Purpose = ConsentPurpose.Account,
                Version = PrivacyNotice.Version,
                GivenAt = portal.Clock.GetUtcNow()
            });
            if (post is { } role)
            {
                await portal.SaveAsync(new StaffGrant(account.Id, role, role is StaffRole.Reviewer ? "440300" : null, portal.Clock.GetUtcNow()));
            }

            return account;
        }

        public Task<int> SessionsAsync(Account account) => portal.ReadAsync(db => db.Sessions.CountAsync(s => s.AccountId == account.Id));

        /// <summary>What the trail says was done, in order.</summary>
        public Task<List<string>> ActsAsync() => portal.ReadAsync(db => db.Audit.OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync());
    }

    extension(HttpResponseMessage answer)
    {
        /// <summary>Every field of the first form in the page, as the browser would send it.</summary>
        public async Task<Dictionary<string, string>> FieldsAsync(string form = "main form[method=post]:not([data-passkey=show])")
        {
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            var found = page.QuerySelector(form) ?? throw new InvalidOperationException($"No form in {answer.RequestMessage?.RequestUri}.");
            return found.QuerySelectorAll("input[name]").GroupBy(i => i.GetAttribute("name")!).ToDictionary(i => i.Key, i => i.Last().GetAttribute("value") ?? "");
        }

        public string WhereTo => $"{(int)answer.StatusCode} {answer.Headers.Location}";
    }

    extension(HttpClient browser)
    {
        public Task<HttpResponseMessage> SendAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
            browser.PostAsync(address, new FormUrlEncodedContent(fields));

        /// <summary>Fills in the first form of a page and sends it to where the page stands.</summary>
        public Task<HttpResponseMessage> FillAsync(string page, params (string Name, string Value)[] typed) => browser.FillAsync(page, typed, page);

        /// <summary>The same, sent to where another of its forms goes.</summary>
        public async Task<HttpResponseMessage> FillAsync(string page, IEnumerable<(string Name, string Value)> typed, string to)
        {
            var fields = await (await browser.GetAsync(page)).FieldsAsync();
            foreach (var (name, value) in typed)
            {
                fields[name] = value;
            }

            return await browser.SendAsync(to, fields);
        }

        public async Task<HttpStatusCode> StatusAsync(string address) => (await browser.GetAsync(address)).StatusCode;
    }
}
