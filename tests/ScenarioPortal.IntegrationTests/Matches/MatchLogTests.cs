using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Domain.Accounts;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Matches;
using ScenarioPortal.IntegrationTests.Organisations;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Web;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Privacy;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

/// <summary>What is shown, opened and decided is counted, and weights can be learnt from it.</summary>
public sealed class MatchLogTests(PortalDatabase database)
{
    private const string Need = """{"id":"N1","title":"独居老人跌倒没人知道","publisher":"海淀区民政局","field":"民生养老","description":"独居老人夜里跌倒没人知道。","region":"北京市海淀区"}""";

    private const string Capabilities =
        """
        {"id":"C1","company":"甲有限公司","field":"民生养老","title":"独居老人跌倒报警","description":"独居老人夜里跌倒后报警，不装摄像头。"}
        {"id":"C2","company":"乙有限公司","field":"民生养老","title":"独居老人夜里陪伴","description":"独居老人夜里陪伴和聊天。"}
        """;

    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task What_a_page_lists_is_counted_by_day_and_place_and_nobody_is_written_down()
    {
        await using var portal = await MatchedAsync();
        var browser = portal.Browser();
        var (need, first, second) = await PairAsync(portal);

        await browser.ReadAsync(Links.Opportunity(need));
        await browser.ReadAsync(Links.Capability(second));
        await SavedAsync(portal);
        await browser.ReadAsync($"{Links.Opportunity(need)}?once=more");
        await SavedAsync(portal);

        Assert.Equal(
            [(MatchList.Opportunity, first, 1, 2), (MatchList.Opportunity, second, 2, 2), (MatchList.Capability, second, 1, 1)],
            (await CountsAsync(portal)).Select(c => (c.List, c.CapabilityId, c.Place, c.Count)));
        Assert.All(await CountsAsync(portal), c => Assert.Equal((need, MatchEvent.Shown, Today), (c.OpportunityId, c.Event, c.Day)));
        Assert.Equal(["capability_id", "count", "day", "event", "id", "list", "opportunity_id", "place"], await portal.ReadAsync(db =>
            db.Database.SqlQuery<string>($"SELECT column_name::text AS \"Value\" FROM information_schema.columns WHERE table_name = 'match_counts' ORDER BY 1").ToListAsync()));
    }

    [Fact]
    public async Task An_explanation_is_opened_even_where_its_page_comes_from_the_cache()
    {
        await using var portal = await MatchedAsync();
        var browser = portal.Browser();
        var (need, _, second) = await PairAsync(portal);

        await browser.ReadAsync(Links.Match(need, second));
        await browser.ReadAsync(Links.Match(need, second));
        await browser.GetAsync(new Uri(Links.Match(need, need), UriKind.Relative), TestContext.Current.CancellationToken);
        await SavedAsync(portal);

        Assert.Equal([(MatchEvent.Opened, 0, 1), (MatchEvent.Opened, 2, 1)], (await CountsAsync(portal)).OrderBy(c => c.Place).Select(c => (c.Event, c.Place, c.Count)));
    }

    [Fact]
    public async Task A_decision_is_counted_with_what_was_decided_or_not_at_all()
    {
        await using var portal = await MatchedAsync();
        var (need, first, second) = await PairAsync(portal);
        var log = portal.Services.GetRequiredService<MatchLog>();
        var member = new Person { AccountId = Guid.CreateVersion7(), IsComplete = true };

        await using (var given = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(member))
        {
            await log.ContactedAsync(given, need, first, TestContext.Current.CancellationToken);
        }

        await using var db = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(member);
        await log.ContactedAsync(db, need, second, TestContext.Current.CancellationToken);
        await log.AgreedAsync(db, need, second, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal([(MatchEvent.Contacted, second, 2, 1), (MatchEvent.Agreed, second, 2, 1)], (await CountsAsync(portal)).OrderBy(c => c.Event).Select(c => (c.Event, c.CapabilityId, c.Place, c.Count)));
        Assert.Equal(0, await db.MatchCounts.CountAsync(TestContext.Current.CancellationToken));
        await using var visitor = portal.Services.GetRequiredService<RequestDatabase>().OpenFor(Person.Visitor);
        await log.ContactedAsync(visitor, need, first, TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => visitor.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
    }

    [Fact]
    public async Task Counts_are_kept_for_four_hundred_days()
    {
        await using var portal = await MatchedAsync();
        var (need, first, second) = await PairAsync(portal);
        await portal.SaveAsync(Counted(need, first, MatchEvent.Shown, Today.AddDays(-401)), Counted(need, second, MatchEvent.Shown, Today.AddDays(-400)));

        await portal.Services.GetRequiredService<Expiry>().RemoveAsync(TestContext.Current.CancellationToken);

        Assert.Equal([second], (await CountsAsync(portal)).Select(c => c.CapabilityId));
    }

    [Fact]
    public async Task With_too_few_decisions_the_page_says_how_many_there_are_and_proposes_nothing()
    {
        await using var portal = await MatchedAsync();
        var (need, first, second) = await PairAsync(portal);
        await portal.SaveAsync(
            Counted(need, first, MatchEvent.Shown, Today), Counted(need, second, MatchEvent.Shown, Today), Counted(need, second, MatchEvent.Contacted, Today.AddDays(1)));
        var administrator = await AdministratorAsync(portal);

        Assert.Contains("可供比较的联系：1 次，需要 200 次。", await administrator.ReadAsync(Links.Matching), StringComparison.Ordinal);
        Assert.DoesNotContain("请平台提出一份权重", await administrator.ReadAsync(Links.Matching), StringComparison.Ordinal);
        var refused = await administrator.SubmitAsync($"{Links.Matching}?handler=Learn", []);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("可供比较的联系有 1 次，满 200 次才能学习。", await refused.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_passed_over_was_shown_by_then_and_what_was_learnt_is_only_proposed()
    {
        await using var portal = await PortalHost.StartAsync(database, ("Matching:Learning:Decisions", "1"));
        await FillAsync(portal);
        var (need, first, second) = await PairAsync(portal);
        await portal.SaveAsync(Counted(need, second, MatchEvent.Shown, Today), Counted(need, second, MatchEvent.Agreed, Today), Counted(need, first, MatchEvent.Shown, Today.AddDays(1)));
        var administrator = await AdministratorAsync(portal);

        Assert.Contains("可供比较的联系：0 次，需要 1 次。", await administrator.ReadAsync(Links.Matching), StringComparison.Ordinal);
        await portal.SaveAsync(Counted(need, first, MatchEvent.Opened, Today));
        var learnt = await administrator.SubmitAsync($"{Links.Matching}?handler=Learn", []);

        Assert.Equal(HttpStatusCode.OK, learnt.StatusCode);
        var page = await learnt.ReadAsync();
        Assert.Contains("从 1 次联系中没有学到更好的权重", page, StringComparison.Ordinal);
        Assert.Contains($"# version,{MatchWeights.Shipped.Version}", page, StringComparison.Ordinal);
    }

    private static MatchCount Counted(Guid need, Guid capability, MatchEvent what, DateOnly day) =>
        new() { OpportunityId = need, CapabilityId = capability, Event = what, List = MatchList.Opportunity, Place = 1, Day = day, Count = 1 };

    private static Task SavedAsync(PortalHost portal) => portal.Services.GetRequiredService<MatchLog>().SaveAsync(TestContext.Current.CancellationToken);

    private static Task<List<MatchCount>> CountsAsync(PortalHost portal) =>
        portal.ReadAsync(db => db.MatchCounts.AsNoTracking().OrderByDescending(c => c.List).ThenBy(c => c.Place).ToListAsync());

    private static Task<(Guid Need, Guid First, Guid Second)> PairAsync(PortalHost portal) => portal.ReadAsync(async db =>
    {
        var matches = await db.Matches.OrderByDescending(m => m.Score).ToListAsync();
        return (matches[0].OpportunityId, matches[0].CapabilityId, matches[1].CapabilityId);
    });

    private async Task<PortalHost> MatchedAsync()
    {
        var portal = await PortalHost.StartAsync(database);
        await FillAsync(portal);
        return portal;
    }

    private static async Task FillAsync(PortalHost portal)
    {
        await portal.ImportAsync(ListKind.Opportunities, Need);
        await portal.ImportAsync(ListKind.Capabilities, Capabilities);
        await portal.MatchedAsync();
    }

    private static async Task<HttpClient> AdministratorAsync(PortalHost portal) =>
        await portal.SignedInAsync(await portal.StaffAsync("system", StaffRole.SystemAdministrator));
}
