using System.Net;
using ScenarioPortal.Web.Accounts;
using Xunit;

namespace ScenarioPortal.IntegrationTests.SignIn;

public sealed class GuessTests(PortalDatabase database)
{
    private const string Home = "192.0.2.7";
    private const string Stranger = "203.0.113.9";

    [Fact]
    public async Task A_stranger_s_hundred_wrong_guesses_do_not_keep_the_owner_out()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var stranger = portal.Forms(Stranger);
        await stranger.OpenAsync("/sign-in");

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 100; i++)
        {
            await stranger.SendAsync(("Input.Email", account.Email!), ("Input.Password", $"guess number {i}"));
            answers.Add(stranger.Status);
        }

        using var owner = portal.Forms(Home);
        await owner.TryAsync(account.Email!, Members.Password);
        Assert.Equal(HttpStatusCode.Redirect, owner.Status);
        Assert.Equal(GuessLimit.Free, answers.Count(a => a is HttpStatusCode.BadRequest));
        Assert.Equal(100 - GuessLimit.Free, answers.Count(a => a is HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_stranger_in_the_same_network_does_not_keep_the_owner_out_of_a_browser_they_used_before()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var secret = TimeCode.NewSecret();
        var account = await portal.MemberAsync("lin", secret: secret);
        using var owner = portal.Forms(Home);
        await owner.TryAsync(account.Email!, Members.Password);
        await (await owner.FollowAsync()).SendAsync(("Input.Code", portal.CodeOf(secret)));
        await owner.OpenAsync("/");
        await owner.SendToAsync("/sign-out", owner.Page.QuerySelectorAll(".site-tools form input[name]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)));
        using var stranger = portal.Forms(Home);
        await stranger.OpenAsync("/sign-in");
        for (var i = 0; i < 10; i++)
        {
            await stranger.SendAsync(("Input.Email", account.Email!), ("Input.Password", $"guess number {i}"));
        }

        await owner.TryAsync(account.Email!, Members.Password);

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.Redirect), (stranger.Status, owner.Status));
    }

    [Fact]
    public async Task Whoever_guesses_waits_longer_each_time_and_a_right_guess_while_waiting_is_not_even_tried()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Forms();
        await browser.OpenAsync("/sign-in");
        for (var i = 0; i < GuessLimit.Free; i++)
        {
            await browser.SendAsync(("Input.Email", account.Email!), ("Input.Password", "wrong"));
        }

        await browser.SendAsync(("Input.Email", account.Email!), ("Input.Password", Members.Password));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)), (browser.Status, browser.Last.Headers.RetryAfter!.Delta));
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        await browser.SendAsync(("Input.Email", account.Email!), ("Input.Password", "wrong"));
        await browser.SendAsync(("Input.Email", account.Email!), ("Input.Password", "wrong"));
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(60)), (browser.Status, browser.Last.Headers.RetryAfter!.Delta));
        portal.Clock.Advance(TimeSpan.FromSeconds(60));
        await browser.SendAsync(("Input.Email", account.Email!), ("Input.Password", Members.Password));

        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
    }

    [Fact]
    public async Task Guessing_at_an_address_without_an_account_waits_just_the_same()
    {
        await using var portal = await PortalHost.StartAsync(database);
        using var browser = portal.Forms();
        await browser.OpenAsync("/sign-in");

        for (var i = 0; i <= GuessLimit.Free; i++)
        {
            await browser.SendAsync(("Input.Email", "nobody@example.cn"), ("Input.Password", "wrong"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
    }

    [Fact]
    public async Task Many_guesses_at_the_same_moment_are_as_many_guesses()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var account = await portal.MemberAsync("lin");
        using var browser = portal.Forms();
        await browser.OpenAsync("/sign-in");
        var token = browser.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => browser.Http.PostAsync("/sign-in", new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("Input.Email", account.Email!), new("Input.Password", $"guess number {i}")]))));

        Assert.Equal(GuessLimit.Free, answers.Count(a => a.StatusCode is HttpStatusCode.BadRequest));
    }
}
