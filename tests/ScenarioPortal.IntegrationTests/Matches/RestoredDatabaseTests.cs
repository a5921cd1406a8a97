using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Matches;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

/// <summary>Somebody puts back yesterday's backup under a running portal, and tells nobody.</summary>
public sealed class RestoredDatabaseTests(PortalDatabase database)
{
    private const string Yesterday = """{"id":"N1","title":"昨天就有的河道巡查","publisher":"海淀区水务局","field":"水利","description":"河道夜里没人巡查。"}""";
    private const string Today = """{"id":"N2","title":"今天才发布的方言听写","publisher":"海淀区政务服务中心","field":"政务服务","description":"来电听写。"}""";
    private const string Capability = """{"id":"C1","company":"听澜语音科技有限公司","field":"人工智能","title":"方言来电听写","description":"今天才发布的能力。"}""";

    [Fact]
    public async Task The_portal_reads_everything_again_and_forgets_what_is_of_a_later_day()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Yesterday);
        await portal.MatchedAsync();
        var number = await LastNumberAsync(portal);
        await portal.ImportAsync(ListKind.Opportunities, Today + "\n" + Yesterday.Replace("河道巡查", "河道巡查今天改过", StringComparison.Ordinal));
        await portal.ImportAsync(ListKind.Capabilities, Capability);
        await portal.MatchedAsync();
        var index = portal.Services.GetRequiredService<LiveIndex>();
        var before = (index.Matcher.NeedCount, index.Matcher.CapabilityCount);

        await RestoreAsync(portal, number);
        await CaughtUpAsync(portal, index);

        Assert.Equal((2, 1), before);
        Assert.Equal((1, 0), (index.Matcher.NeedCount, index.Matcher.CapabilityCount));
        Assert.Equal(number, index.LastChange);
        var page = await portal.Browser().ReadAsync("/opportunities");
        Assert.Contains(">昨天就有的河道巡查<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("今天才发布的方言听写", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_after_the_restore_is_followed_as_ever()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, Yesterday);
        await portal.MatchedAsync();
        var number = await LastNumberAsync(portal);
        await portal.ImportAsync(ListKind.Opportunities, Today);
        await portal.MatchedAsync();
        var index = portal.Services.GetRequiredService<LiveIndex>();

        await RestoreAsync(portal, number);
        await CaughtUpAsync(portal, index);
        await portal.ImportAsync(ListKind.Capabilities, Capability);
        await portal.MatchedAsync();

        Assert.Equal((1, 1), (index.Matcher.NeedCount, index.Matcher.CapabilityCount));
        Assert.Contains("方言来电听写", await portal.Browser().ReadAsync("/capabilities"), StringComparison.Ordinal);
    }

    /// <summary>Rows and numbers as they were when the outbox had come to this number.</summary>
    private static async Task RestoreAsync(PortalHost portal, long number)
    {
        await using var server = NpgsqlDataSource.Create(portal.Access.Owner);
        await using var restore = server.CreateCommand(
            $"""
            BEGIN;
            DELETE FROM matches;
            DELETE FROM opportunities WHERE external_id = 'N2';
            DELETE FROM capabilities;
            UPDATE opportunities SET title = '昨天就有的河道巡查';
            DELETE FROM outbox WHERE id > {number};
            SELECT setval(pg_get_serial_sequence('outbox', 'id'), {number});
            COMMIT;
            """);
        await restore.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task CaughtUpAsync(PortalHost portal, LiveIndex index)
    {
        var restored = portal.Clock.GetUtcNow();
        await Eventually.IsTrueAsync(
            () =>
            {
                portal.Clock.Advance(TimeSpan.FromSeconds(1));
                return index.CaughtUpAt > restored + TimeSpan.FromSeconds(1);
            },
            "the node looks again");
    }

    private static Task<long> LastNumberAsync(PortalHost portal) => portal.ReadAsync(db => db.Outbox.MaxAsync(m => m.Id));
}
