using System.Net;
using AngleSharp.Html.Parser;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Web.Accounts;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Security;

/// <summary>No change is taken from a page that is not the portal's own: every address that takes one is tried.</summary>
public sealed class ForeignFormTests(PortalDatabase database)
{
    /// <summary>These know nobody by a cookie, and keep nothing or have a seal of their own in the address; each has its reason in docs/security.md.</summary>
    private static readonly string[] KeepNothing = ["try", "api/v1/match", "csp-report", "notifications/stop/{token}"];

    [Fact]
    public async Task Every_change_asks_for_the_token_of_the_same_person_and_for_the_same_site()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var other = await PersonAsync(portal, "other", StaffRole.SystemAdministrator);
        var people = await PeopleAsync(portal);
        var changes = (await Address.OfAsync(portal)).Where(a => a.Changes && !KeepNothing.Contains(a.Template)).ToList();
        var forms = new Dictionary<Somebody, Form>();
        foreach (var person in people.Values)
        {
            forms[person] = await FormAsync(person);
        }

        var theirs = await FormAsync(other);
        var before = await portal.DatabaseSumAsync();

        foreach (var address in changes)
        {
            var owner = WhoMay(people, address);
            var mine = forms[owner];
            await AssertRefusedAsync(owner, address, "no token", null, null);
            await AssertRefusedAsync(owner, address, "another person's token", theirs, null);
            await AssertRefusedAsync(owner, address, "another site", mine, ("Origin", "https://evil.example"));
            await AssertRefusedAsync(owner, address, "another site by its metadata", mine, ("Sec-Fetch-Site", "cross-site"));
            await AssertRefusedAsync(owner, address, "a neighbour", mine, ("Sec-Fetch-Site", "same-site"));
            await AssertRefusedAsync(owner, address, "nowhere", mine, ("Origin", "null"));
        }

        Assert.Contains(changes, a => a.Template == "sign-out");
        Assert.Equal(before, await portal.DatabaseSumAsync());
        Assert.Equal(HttpStatusCode.OK, (await people[StaffRole.AuditAdministrator].Browser.GetAsync("/audit")).StatusCode);
        TestContext.Current.TestOutputHelper?.WriteLine($"{changes.Count} addresses that change something, 6 foreign forms each");
    }

    [Fact]
    public async Task Reading_changes_nothing_however_often()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var people = await PeopleAsync(portal);
        var pages = (await Address.OfAsync(portal)).Where(a => a.Method is "GET").ToList();
        var before = await portal.DatabaseSumAsync();

        foreach (var page in pages.Concat(pages))
        {
            var answer = await WhoMay(people, page).Browser.GetAsync(page.Filled(Guid.CreateVersion7()));
            Assert.True((int)answer.StatusCode < 500, $"{page}: {answer.StatusCode}");
        }

        Assert.True(pages.Count > 10, $"{pages.Count} pages");
        Assert.Equal(before, await portal.DatabaseSumAsync());
    }

    [Fact]
    public async Task What_somebody_sees_is_kept_nowhere_and_shown_to_nobody_else()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var people = await PeopleAsync(portal);

        foreach (var page in (await Address.OfAsync(portal)).Where(a => a.Method is "GET" && !a.Template.Contains('{') && !a.Template.StartsWith("health", StringComparison.Ordinal) && a.Template is not "openapi/{documentName}.json"))
        {
            var answer = await WhoMay(people, page).Browser.GetAsync(page.Filled(default));

            Assert.True(answer.Headers.CacheControl?.NoStore, page.Template);
            Assert.Null(answer.Headers.Age);
            Assert.DoesNotContain("zhang-guilan", await (await portal.Browser().GetAsync(page.Filled(default))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task AssertRefusedAsync(Somebody person, Address address, string how, Form? form, (string Name, string Value)? header)
    {
        using var request = new HttpRequestMessage(new HttpMethod(address.Method), address.Filled(Guid.CreateVersion7()))
        {
            Content = new FormUrlEncodedContent(form is null ? [] : [new(form.Name, form.Token)])
        };
        request.Headers.Add("Cookie", $"{SessionCookie.Name}={person.Key}{(form is null ? null : $"; {form.Cookie}")}");
        if (header is var (name, value))
        {
            request.Headers.Add(name, value);
        }

        var answer = await person.Bare.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{address.Method} {address.Template} with {how}: {(int)answer.StatusCode}");
    }

    /// <summary>The token and the cookie of a form on a page that this person sees.</summary>
    private static async Task<Form> FormAsync(Somebody person)
    {
        var page = await person.Browser.GetAsync("/");
        var token = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("input[name=__RequestVerificationToken]")!;
        return new Form("__RequestVerificationToken", token.GetAttribute("value")!, page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-antiforgery", StringComparison.Ordinal)).Split(';')[0]);
    }

    /// <summary>Whose work the address belongs to, so that only the form can be the reason for a refusal.</summary>
    private static Somebody WhoMay(IReadOnlyDictionary<StaffRole, Somebody> people, Address address) => people[
        address.Template.StartsWith("security", StringComparison.Ordinal) ? StaffRole.SecurityAdministrator
        : address.Template.StartsWith("audit", StringComparison.Ordinal) ? StaffRole.AuditAdministrator
        : StaffRole.SystemAdministrator];

    private static async Task<Dictionary<StaffRole, Somebody>> PeopleAsync(PortalHost portal) => new()
    {
        [StaffRole.SystemAdministrator] = await PersonAsync(portal, "zhang-guilan-1", StaffRole.SystemAdministrator),
        [StaffRole.SecurityAdministrator] = await PersonAsync(portal, "zhang-guilan-2", StaffRole.SecurityAdministrator),
        [StaffRole.AuditAdministrator] = await PersonAsync(portal, "zhang-guilan-3", StaffRole.AuditAdministrator)
    };

    private static async Task<Somebody> PersonAsync(PortalHost portal, string name, StaffRole role)
    {
        var now = portal.Clock.GetUtcNow();
        var account = portal.NewAccount(name);
        var unit = new Organisation($"{name}街道办", OrganisationKind.Government);
        var company = new Organisation($"{name}公司", OrganisationKind.Company);
        await portal.SaveAsync(account, unit, company);
        await portal.SaveAsync(
            new StaffGrant(account.Id, role, null, now),
            new StaffGrant(account.Id, StaffRole.Reviewer, "110000", now),
            new StaffGrant(account.Id, StaffRole.Expert, null, now),
            new Membership(unit.Id, account.Id, MemberRole.Owner, now),
            new Membership(company.Id, account.Id, MemberRole.Owner, now));
        var key = await portal.SessionAsync(account);
        var browser = portal.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={key}");
        return new Somebody(key, browser, portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") }));
    }

    private sealed record Somebody(string Key, HttpClient Browser, HttpClient Bare);

    private sealed record Form(string Name, string Token, string Cookie);
}
