using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Web.Matches;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Matches;

/// <summary>A node is told of changes by PostgreSQL: here the clock stands still, so it never looks by itself.</summary>
public sealed class ToldChangeTests(PortalDatabase database)
{
    [Fact]
    public async Task A_change_is_taken_in_when_it_is_told_also_after_the_connection_that_tells_was_cut()
    {
        await using var portal = await PortalHost.StartAsync(database, ("Outbox:Listen", "true"));
        var matcher = portal.Services.GetRequiredService<LiveIndex>().Matcher;
        await using var connection = new NpgsqlConnection(portal.Access.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await Eventually.IsTrueAsync(() => Listeners().Length == 1, "the node listens");

        await portal.ImportAsync(ListKind.Opportunities, Need(1));
        await Eventually.IsTrueAsync(() => matcher.NeedCount == 1, "the first change is seen");
        var before = Listeners();
        await using (var cut = new NpgsqlCommand($"SELECT pg_terminate_backend({before.Single()})", connection))
        {
            await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Eventually.IsTrueAsync(
            () =>
            {
                // It waits a moment before it tries again.
                portal.Clock.Advance(TimeSpan.FromSeconds(1));
                return Listeners() is [var now] && now != before.Single();
            },
            "the node listens again");
        await portal.ImportAsync(ListKind.Opportunities, Need(2));

        await Eventually.IsTrueAsync(() => matcher.NeedCount == 2, "the second change is seen");

        int[] Listeners()
        {
            using var command = new NpgsqlCommand("SELECT array_agg(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN portal_outbox'", connection);
            return command.ExecuteScalar() as int[] ?? [];
        }
    }

    private static string Need(int number) => $$"""{"id":"N{{number}}","title":"第 {{number}} 段河道的夜间巡查","publisher":"海淀区水务局","field":"水利","description":"夜里没人巡查。"}""";
}
