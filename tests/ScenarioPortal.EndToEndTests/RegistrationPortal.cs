using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.Web.Accounts;
using Xunit;

namespace ScenarioPortal.EndToEndTests;

/// <summary>A portal for journeys that change things: each test gets one of its own, with nothing in it.</summary>
public sealed class RegistrationPortal : IAsyncLifetime
{
    public const string Code = "914403001922038216";
    public const string RegionCode = "110101";

    private readonly PortalDatabase _database = new();

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public Task<PortalHost> OpenAsync() => PortalHost.StartAsync(_database);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

internal static class SignedInVisit
{
    extension(PortalHost portal)
    {
        public async Task<Account> AccountAsync(string name, StaffRole? role = null, string? region = null)
        {
            var account = portal.NewAccount(name);
            account.DisplayName = name;
            await portal.SaveAsync(account);
            if (role is { } post)
            {
                await portal.SaveAsync(new StaffGrant(account.Id, post, region, portal.Clock.GetUtcNow()));
            }

            return account;
        }

        /// <summary>Somebody who writes for this organisation.</summary>
        public async Task<Account> EditorAsync(string organisation, OrganisationKind kind, string name)
        {
            var account = await portal.AccountAsync(name);
            await portal.JoinAsync(account, organisation, kind);
            return account;
        }

        public async Task JoinAsync(Account account, string organisation, OrganisationKind kind)
        {
            var unit = new Organisation(organisation, kind);
            unit.Complete(new OrganisationDetails { RegionCode = RegistrationPortal.RegionCode });
            await portal.SaveAsync(unit, new Membership(unit.Id, account.Id, MemberRole.Editor, portal.Clock.GetUtcNow()));
        }

        /// <summary>A company that was handed in for verification, and its owner.</summary>
        public async Task<(Organisation Company, Account Owner)> SubmittedAsync()
        {
            var company = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
            company.Identify(new UnifiedSocialCreditCode(RegistrationPortal.Code));
            company.Complete(new OrganisationDetails { RegionCode = RegistrationPortal.RegionCode });
            company.Submit(portal.Clock.GetUtcNow());
            var owner = await portal.AccountAsync("林晓");
            await portal.SaveAsync(company, new Membership(company.Id, owner.Id, MemberRole.Owner, portal.Clock.GetUtcNow()),
                new OrganisationContact(company.Id, "林晓", "0000-7703325", "lin@example.cn"));
            return (company, owner);
        }

        /// <summary>The browser of somebody who is signed in already.</summary>
        public async Task SignInAsync(Visit visit, Account account, Uri address) => await visit.Page.Context.AddCookiesAsync(
            [new() { Name = SessionCookie.Name, Value = await portal.SessionAsync(account), Domain = address.Host, Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);

        public async Task<string> LetterAsync() => (await portal.ReadAsync(db => db.Mail.AsNoTracking().OrderByDescending(m => m.CreatedAt).FirstAsync())).Body;
    }
}
