using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Notifications;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.Web.Releases;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Releases;

/// <summary>A batch is ordered, read by others, and released by hand or by the clock, once.</summary>
public sealed class BatchPlanTests(PortalDatabase database)
{
    [Fact]
    public async Task Items_get_their_numbers_in_the_order_that_was_given_and_one_can_be_left_out()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, plan, needs) = await BegunAsync(portal);

        var saved = await browser.SubmitAsync($"/review/releases/{plan.Id}", [new("Input.Revision", $"{plan.Revision}"), new($"Input.Places[{needs[0]}]", "9"), new($"Input.Places[{needs[1]}]", ""), new($"Input.Places[{needs[2]}]", "1"), new("Input.CoverNote", "请于月底前报名。")]);
        var now = await portal.ReadAsync(db => db.BatchPlans.SingleAsync());
        var released = await browser.SubmitAsync($"/review/releases/{plan.Id}", [new("Input.Revision", $"{now.Revision}"), new("Input.CoverNote", "请于月底前报名。")], $"/review/releases/{plan.Id}?handler=Release");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (saved.StatusCode, released.StatusCode));
        var batch = await portal.ReadAsync(db => db.ListReleases.SingleAsync());
        Assert.Equal([needs[2], needs[0]], batch.Items.OrderBy(i => i.Position).Select(i => i.SubjectId));
        Assert.Equal("请于月底前报名。", batch.CoverNote);
        Assert.All(batch.Items, i => Assert.Equal("2026-12-07", i.Content.Deadline));
        Assert.Equal(2, await portal.ReadAsync(db => db.Opportunities.CountAsync(o => o.Deadline == new DateOnly(2026, 12, 7))));
        Assert.True(batch.IsIntact());
        Assert.Equal(OpportunityStatus.Approved, (await portal.ReadAsync(db => db.Opportunities.SingleAsync(o => o.Id == needs[1]))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/review/releases/{plan.Id}")).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_the_secret_address_reads_it_before_release_and_is_led_to_the_batch_after()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, plan, _) = await BegunAsync(portal);
        var address = new HtmlParser().ParseDocument(await (await browser.GetAsync($"/review/releases/{plan.Id}")).ReadAsync()).QuerySelector("a[href^='/releases/preview/']")!.GetAttribute("href")!;
        var stranger = portal.Browser();

        var before = await stranger.GetAsync(address);
        await browser.SubmitAsync($"/review/releases/{plan.Id}", [new("Input.Revision", $"{plan.Revision}")], $"/review/releases/{plan.Id}?handler=Release");
        var after = await stranger.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.True(before.Headers.CacheControl!.NoStore);
        Assert.Contains("需求二", await before.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{address}x")).StatusCode);
    }

    [Fact]
    public async Task A_secret_address_runs_out()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var links = portal.Services.GetRequiredService<PreviewLinks>();
        var plan = Guid.CreateVersion7();
        var key = links.For(plan).Split('/')[^1];

        Assert.Equal(plan, links.PlanOf(key));
        portal.Clock.Advance(PreviewLinks.Good + TimeSpan.FromSeconds(1));
        Assert.Null(links.PlanOf(key));
    }

    [Fact]
    public async Task It_is_released_by_itself_when_its_hour_has_come_and_not_twice()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, plan, needs) = await BegunAsync(portal);
        var due = portal.Services.GetRequiredService<PlannedReleases>();
        await ScheduleAsync(portal, browser, plan);

        await due.ReleaseDueAsync(TestContext.Current.CancellationToken);
        var early = await portal.ReadAsync(db => db.ListReleases.CountAsync());
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await Record.ExceptionAsync(() => due.ReleaseDueAsync(TestContext.Current.CancellationToken))));

        Assert.Equal(0, early);
        var batch = await portal.ReadAsync(db => db.ListReleases.SingleAsync());
        Assert.Equal(needs, batch.Items.OrderBy(i => i.Position).Select(i => i.SubjectId));
        Assert.Equal(batch.Id, (await portal.ReadAsync(db => db.BatchPlans.SingleAsync())).ReleaseId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_clock_does_nothing_for_whoever_may_no_longer_release_and_reviewers_are_told(bool isDisabled)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, plan, _) = await BegunAsync(portal);
        var colleague = await portal.StaffAsync("colleague", StaffRole.Reviewer, "110000");
        var elsewhere = await portal.StaffAsync("elsewhere", StaffRole.Reviewer, "310000");
        await ScheduleAsync(portal, browser, plan);
        await portal.ReadAsync(db => isDisabled
            ? db.Accounts.Where(a => a.Id == plan.MadeBy).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, portal.Clock.GetUtcNow()))
            : db.StaffGrants.Where(g => g.AccountId == plan.MadeBy).ExecuteDeleteAsync());

        await TheHourComesAsync(portal);
        await TheHourComesAsync(portal);

        Assert.Equal(0, await portal.ReadAsync(db => db.ListReleases.CountAsync()));
        var told = await portal.ReadAsync(db => db.Notifications.ToListAsync());
        Assert.Equal(isDisabled ? [colleague.Id] : new[] { colleague.Id, plan.MadeBy }.Order(), told.Select(t => t.AccountId).Order());
        Assert.DoesNotContain(elsewhere.Id, told.Select(t => t.AccountId));
        Assert.All(told, t => Assert.Equal((NotificationKind.BatchHeld, nameof(PlanHindrance.PlannerGone)), (t.Kind, t.Detail)));
        var page = await (await portal.SignedInAsync(colleague)).ReadAsync($"/review/releases/{plan.Id}");
        Assert.Contains("自动发布没有进行", page, StringComparison.Ordinal);
        Assert.Contains("不再审核这个区域", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_of_which_nothing_is_left_stays_and_says_so_until_somebody_plans_it_anew()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, plan, needs) = await BegunAsync(portal);
        await ScheduleAsync(portal, browser, plan);
        await browser.SubmitAsync("/review/releases", [new("Kind", nameof(ListKind.Opportunities)), .. needs.Select(n => KeyValuePair.Create("Picked", $"{n}"))]);

        await TheHourComesAsync(portal);

        Assert.Equal([(plan.MadeBy, nameof(PlanHindrance.NothingLeft))], (await portal.ReadAsync(db => db.Notifications.ToListAsync())).Select(n => (n.AccountId, n.Detail!)));
        var page = await (await portal.SignedInAsync(await portal.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == plan.MadeBy)))).ReadAsync($"/review/releases/{plan.Id}");
        Assert.Contains("没有可发布的", page, StringComparison.Ordinal);
        Assert.Equal(1, await portal.ReadAsync(db => db.ListReleases.CountAsync()));
    }

    [Theory]
    [InlineData("2020-01-01", "09:00", "定时发布的时间要在现在之后")]
    [InlineData("", "09:00", "只写了时间，请再选日期")]
    [InlineData("2999-01-01", "", "只选了日期，请再写时间")]
    public async Task An_hour_that_cannot_be_kept_is_refused_and_nothing_is_lost(string day, string hour, string sentence)
    {
        await using var portal = await PortalHost.StartAsync(database);
        var (browser, plan, _) = await BegunAsync(portal);

        var refused = await browser.SubmitAsync($"/review/releases/{plan.Id}", [new("Input.Revision", $"{plan.Revision}"), new("Input.Day", day), new("Input.Hour", hour), new("Input.CoverNote", "写到一半的说明")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.ReadAsync();
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("写到一半的说明", page, StringComparison.Ordinal);
        Assert.Null((await portal.ReadAsync(db => db.BatchPlans.SingleAsync())).ScheduledAt);
    }

    /// <summary>The portal looks by itself too, and whichever comes second finds it done.</summary>
    private static async Task TheHourComesAsync(PortalHost portal)
    {
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await Record.ExceptionAsync(() => portal.Services.GetRequiredService<PlannedReleases>().ReleaseDueAsync(TestContext.Current.CancellationToken));
    }

    private static async Task ScheduleAsync(PortalHost portal, HttpClient browser, BatchPlan plan)
    {
        var at = TimeZoneInfo.ConvertTime(portal.Clock.GetUtcNow().AddDays(1), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        await browser.SubmitAsync($"/review/releases/{plan.Id}", [new("Input.Revision", $"{plan.Revision}"), new("Input.Day", $"{at:yyyy-MM-dd}"), new("Input.Hour", $"{at:HH:mm}")]);
    }

    private static async Task<(HttpClient Browser, BatchPlan Plan, Guid[] Needs)> BegunAsync(PortalHost portal)
    {
        var unit = new Organisation("东城区城管委", OrganisationKind.Government);
        unit.Complete(new OrganisationDetails { RegionCode = "110101" });
        await portal.SaveAsync(unit);
        List<Guid> needs = [];
        foreach (var title in new[] { "需求一", "需求二", "需求三" })
        {
            var scenario = new Domain.Scenarios.Scenario(unit.Id, title);
            scenario.Describe(new Domain.Scenarios.ScenarioSetting { Name = title, RegionCode = "110101" });
            var need = new Opportunity(scenario.Id, unit.Id, new Need { Title = title, Description = title }, portal.Clock.GetUtcNow());
            need.Submit(portal.Clock.GetUtcNow());
            need.Approve(portal.Clock.GetUtcNow());
            await portal.SaveAsync(scenario, need);
            needs.Add(need.Id);
        }

        var browser = await portal.SignedInAsync(await portal.StaffAsync("reviewer", StaffRole.Reviewer, "110000"));
        var begun = await browser.SubmitAsync("/review/releases", [new("Kind", nameof(ListKind.Opportunities)), .. needs.Select(n => KeyValuePair.Create("Picked", $"{n}"))], "/review/releases?handler=Plan");
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return (browser, await portal.ReadAsync(db => db.BatchPlans.SingleAsync()), [.. needs]);
    }
}
