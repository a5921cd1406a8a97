using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Security;

public sealed class LimitTests(PortalDatabase database)
{
    private static readonly (string Key, string Value)[] Few =
    [
        ("Limits:Enabled", "true"), ("Limits:Visitors:Searching:Requests", "3"), ("Limits:Visitors:SigningIn:Requests", "3"),
        ("Limits:Visitors:Registering:Requests", "3"), ("Limits:SignedIn:Searching:Requests", "5")
    ];

    [Theory]
    [InlineData("GET", "/search?q=")]
    [InlineData("GET", "/opportunities?q=")]
    public async Task Whoever_asks_too_much_is_told_when_to_come_back(string method, string address)
    {
        await using var portal = await PortalHost.StartAsync(database, Few);
        var browser = portal.Browser();
        var answers = new List<HttpResponseMessage>();

        for (var number = 0; number < 5; number++)
        {
            answers.Add(await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), method is "GET" ? $"{address}{number}" : address)));
        }

        Assert.DoesNotContain(answers.Take(3), a => a.StatusCode is HttpStatusCode.TooManyRequests);
        Assert.All(answers.Skip(3), a => Assert.Equal(HttpStatusCode.TooManyRequests, a.StatusCode));
        Assert.All(answers.Skip(3), a => Assert.NotNull(a.Headers.RetryAfter?.Delta));
        Assert.Contains("访问得太频繁", await answers[^1].Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("TooMany", (await portal.ReadAsync(db => db.Audit.FirstAsync(e => e.Action == "request.refuse"))).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_counted_by_their_account_and_not_with_the_visitors_of_their_network()
    {
        await using var portal = await PortalHost.StartAsync(database, Few);
        var account = portal.NewAccount("lin");
        await portal.SaveAsync(account);
        var visitor = portal.Browser();
        for (var number = 0; number < 5; number++)
        {
            await visitor.GetAsync($"/search?q={number}");
        }

        var person = await portal.SignedInAsync(account);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.GetAsync("/search?q=6")).StatusCode);
        for (var number = 0; number < 5; number++)
        {
            Assert.Equal(HttpStatusCode.OK, (await person.GetAsync($"/search?q={number}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await person.GetAsync("/search?q=7")).StatusCode);
    }

    [Fact]
    public async Task A_forwarded_address_that_nobody_trusts_makes_nobody_new()
    {
        await using var portal = await PortalHost.StartAsync(database, Few);
        var statuses = new List<HttpStatusCode>();

        for (var number = 0; number < 5; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/search?q={number}");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{number}");
            request.Headers.Add("X-Real-IP", $"203.0.113.{number}");
            statuses.Add((await portal.Browser().SendAsync(request)).StatusCode);
        }

        Assert.Equal(2, statuses.Count(s => s is HttpStatusCode.TooManyRequests));
        Assert.All(await portal.ReadAsync(db => db.Audit.Select(e => e.Address).ToListAsync()), address => Assert.Equal("192.0.2.1", address));
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_the_forwarded_address_counts_and_the_trail_has_it()
    {
        await using var portal = await PortalHost.StartAsync(database, [.. Few, ("Transport:TrustedProxies:0", "127.0.0.1")]);
        using var browser = new HttpClient { BaseAddress = portal.Serve() };

        foreach (var (last, expected) in ((int, int)[])[(1, 2), (2, 2)])
        {
            var refused = 0;
            for (var number = 0; number < 5; number++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"/search?q={last}-{number}");
                request.Headers.Add("X-Forwarded-For", $"203.0.113.{last}");
                refused += (await browser.SendAsync(request)).StatusCode is HttpStatusCode.TooManyRequests ? 1 : 0;
            }

            Assert.Equal(expected, refused);
        }

        Assert.Equal(["203.0.113.1", "203.0.113.2"], await portal.ReadAsync(db => db.Audit.Select(e => e.Address).Distinct().OrderBy(a => a).ToListAsync()));
    }

    [Fact]
    public async Task Reports_of_browsers_are_taken_and_limited()
    {
        await using var portal = await PortalHost.StartAsync(database, ("Limits:Enabled", "true"));
        var statuses = new List<HttpStatusCode>();

        for (var number = 0; number < 25; number++)
        {
            using var report = new StringContent(JsonSerializer.Serialize(new Dictionary<string, object> { ["csp-report"] = new Dictionary<string, string> { ["violated-directive"] = "script-src" } }));
            statuses.Add((await portal.Browser().PostAsync("/csp-report", report)).StatusCode);
        }

        Assert.Equal(20, statuses.Count(s => s is HttpStatusCode.NoContent));
        Assert.Equal(5, statuses.Count(s => s is HttpStatusCode.TooManyRequests));
    }
}
