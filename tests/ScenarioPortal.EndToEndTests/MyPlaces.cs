using Microsoft.Playwright;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.IntegrationTests.Me;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Accounts;

namespace ScenarioPortal.EndToEndTests;

/// <summary>Somebody with a record of every kind, and somebody who agreed to an earlier notice, for the pages about one's own data.</summary>
internal static class MyPlaces
{
    private const string Secret = "a-secret-of-somebody-who-looks-at-their-own-data";

    public static string MailProof => Links.MailProof(Secret);

    public static string Phone { get; private set; } = "";

    private static string Key { get; set; } = "";

    private static string EarlierKey { get; set; } = "";

    public static async Task MakeAsync(PortalHost portal)
    {
        var (mine, earlier) = (portal.NewAccount("lin-zhiyuan"), portal.NewAccount("earlier"));
        await portal.SaveAsync(mine, earlier);
        var now = portal.Clock.GetUtcNow();
        await portal.SaveAsync(new Consent { AccountId = earlier.Id, Purpose = ConsentPurpose.Account, Version = "2020-01", GivenAt = now.AddDays(-30) });
        (Key, EarlierKey) = (await portal.SessionAsync(mine), await portal.SessionAsync(earlier));
        await OwnRecords.FillAsync(portal, mine);
        var company = await portal.ReadAsync(db => Task.FromResult(db.Organisations.Single(o => o.Name == OwnRecords.Company)));
        await portal.SaveAsync(
            new Membership(company.Id, earlier.Id, MemberRole.Owner, now),
            new OneTimeLink { Purpose = LinkPurpose.MailProof, SecretHash = SecretKey.Hash(Secret), Email = "new@example.cn", AccountId = mine.Id, CreatedAt = now, ExpiresAt = now.AddHours(24) });
        Phone = Links.MyPhone(company.Id);
    }

    /// <summary>Gives this tab the session of one of the two.</summary>
    public static Task SignInAsync(Visit visit, Uri address, bool agreedEarlier) => visit.Page.Context.AddCookiesAsync([new Cookie
    {
        Name = SessionCookie.Name, Value = agreedEarlier ? EarlierKey : Key, Domain = address.Host, Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax
    }]);
}
