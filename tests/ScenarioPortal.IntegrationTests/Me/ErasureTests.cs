using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Audit;
using ScenarioPortal.Web.Privacy;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Me;

/// <summary>What is left of a person who had their account deleted, and how long anything is kept.</summary>
public sealed class ErasureTests(PortalDatabase database)
{
    [Fact]
    public async Task A_deleted_account_is_a_pseudonym_without_anything_personal()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        var browser = await portal.SignedInAsync(account);
        await OwnRecords.FillAsync(portal, account);
        await portal.ReadAsync(db => db.OrganisationContacts.ExecuteUpdateAsync(s => s.SetProperty(c => c.Email, "Lin@Example.cn")));
        await portal.ReadAsync(db => db.Mail.ExecuteUpdateAsync(s => s.SetProperty(m => m.To, "LIN@example.cn")));

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.FillAsync("/me/erase", ("Input.Understood", "false"))).StatusCode);
        var done = await browser.FillAsync("/me/erase", ("Input.Understood", "true"));

        Assert.Equal("302 /", done.WhereTo);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/me"));
        var left = await portal.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id));
        Assert.Equal(("", $"{account.Id:N}@erased.invalid", null, null), (left.DisplayName, left.Email, left.PasswordHash, left.TotpSecret));
        Assert.Equal(0, await portal.ReadAsync(db => db.Passkeys.CountAsync()));
        Assert.Equal(0, await portal.ReadAsync(db => db.OneTimeLinks.CountAsync()));
        Assert.Equal(0, await portal.ReadAsync(db => db.OrganisationClaims.CountAsync()));
        Assert.Contains("account.erase", await portal.ActsAsync());
        Assert.Empty(await PlacesOfAsync(portal, "lin@example.cn", "203.0.113.9"));
        Assert.Equal(AuditTrail.ActorOf(account.Id), await portal.ReadAsync(db => db.Audit.Where(a => a.Action == "account.erase").Select(a => a.Actor).SingleAsync()));
        await new Verification(portal.Access.Owner, new HeadFile(Path.Combine(portal.Own, "audit", "heads.jsonl")), _ => { }).RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Nothing_is_kept_longer_than_the_inventory_says()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.AccountAsync("lin");
        await portal.SignedInAsync(account);
        var now = portal.Clock.GetUtcNow();
        await portal.SaveAsync(new OneTimeLink { Purpose = LinkPurpose.PasswordReset, SecretHash = new string('a', 64), Email = account.Email!, AccountId = account.Id, CreatedAt = now, ExpiresAt = now.AddHours(1) });
        await portal.ReadAsync(db => db.Consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.WithdrawnAt, now)));
        var expiry = portal.Services.GetRequiredService<Expiry>();

        await expiry.RemoveAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 1, 1), await LeftAsync(portal));
        portal.Clock.Advance(TimeSpan.FromHours(3));
        await expiry.RemoveAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, 0, 1), await LeftAsync(portal));
        portal.Clock.Advance(TimeSpan.FromDays(3 * 366));
        await expiry.RemoveAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, 0, 0), await LeftAsync(portal));
    }

    [Fact]
    public async Task The_last_owner_hands_over_before_leaving()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (account, other) = (await portal.AccountAsync("lin"), await portal.AccountAsync("wang"));
        var company = new Organisation("岚泊医疗电子有限公司", OrganisationKind.Company);
        await portal.SaveAsync(company, new Membership(company.Id, account.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));
        var browser = await portal.SignedInAsync(account);

        var refused = await browser.FillAsync("/me/erase", ("Input.Understood", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("您是最后一位负责人", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/me"));
        await portal.SaveAsync(new Membership(company.Id, other.Id, MemberRole.Owner, portal.Clock.GetUtcNow()));

        Assert.Equal("302 /", (await browser.FillAsync("/me/erase", ("Input.Understood", "true"))).WhereTo);
        Assert.Equal(other.Id, await portal.ReadAsync(db => db.Memberships.Select(m => m.AccountId).SingleAsync()));
    }

    [Theory]
    [InlineData(StaffRole.SystemAdministrator)]
    [InlineData(StaffRole.SecurityAdministrator)]
    [InlineData(StaffRole.AuditAdministrator)]
    public async Task The_last_administrator_is_succeeded_before_leaving(StaffRole post)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (account, other) = (await portal.AccountAsync("lin", post), await portal.AccountAsync("wang", post));
        await portal.ReadAsync(db => db.Accounts.Where(a => a.Id == other.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, portal.Clock.GetUtcNow())));
        var browser = await portal.SignedInAsync(account);

        var refused = await browser.FillAsync("/me/erase", ("Input.Understood", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("您是这个岗位上唯一的管理员", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/me"));
        await portal.ReadAsync(db => db.Accounts.Where(a => a.Id == other.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, (DateTimeOffset?)null)));

        Assert.Equal("302 /", (await browser.FillAsync("/me/erase", ("Input.Understood", "true"))).WhereTo);
        Assert.Equal(other.Id, await portal.ReadAsync(db => db.StaffGrants.Select(g => g.AccountId).SingleAsync()));
    }

    private static async Task<(int, int, int)> LeftAsync(PortalHost portal) => await portal.ReadAsync(async db =>
        (await db.Sessions.CountAsync(), await db.OneTimeLinks.CountAsync(), await db.Consents.CountAsync()));

    /// <summary>The tables whose rows say one of these words anywhere.</summary>
    private static async Task<List<string>> PlacesOfAsync(PortalHost portal, params string[] words)
    {
        var tables = await portal.ReadAsync(db => db.Database.SqlQuery<string>(
            $"SELECT relname AS \"Value\" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'audit_head'").ToListAsync());
        List<string> found = [];
        foreach (var table in tables)
        {
            foreach (var word in words)
            {
                var sql = $"SELECT count(*)::int AS \"Value\" FROM \"{table}\" t WHERE t::text ILIKE '%{word}%'";
                if (await portal.ReadAsync(db => db.Database.SqlQueryRaw<int>(sql).SingleAsync()) > 0)
                {
                    found.Add($"{table}: {word}");
                }
            }
        }

        return found;
    }
}
