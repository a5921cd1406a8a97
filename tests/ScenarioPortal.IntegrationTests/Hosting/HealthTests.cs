using System.Net;
using Npgsql;
using ScenarioPortal.Data.Outbox;
using ScenarioPortal.Domain.Lists;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Hosting;

public sealed class HealthTests(PortalDatabase database)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_portal_says_that_it_is_well(string path)
    {
        await using var portal = await PortalHost.StartAsync(database);

        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Without_its_database_the_portal_is_alive_but_not_ready()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var browser = portal.Browser();
        await browser.GetAsync("/health/ready");

        await database.DropAsync(portal.Access);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task A_node_whose_index_stays_behind_says_by_how_many_changes_until_it_has_caught_up()
    {
        await using var portal = await PortalHost.StartAsync(database);
        await portal.ImportAsync(ListKind.Opportunities, """{"id":"N1","title":"夜间巡查","publisher":"海淀区水务局","field":"水利","description":"夜里没人巡查。"}""");
        await portal.MatchedAsync();
        var browser = portal.Browser();
        await using var server = NpgsqlDataSource.Create(portal.Access.Owner);
        await using var connection = await server.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var held = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("LOCK TABLE scenarios IN ACCESS EXCLUSIVE MODE", connection);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await portal.SaveAsync(Change(), Change());
        var soon = await browser.GetAsync("/health/ready");
        portal.Clock.Advance(TimeSpan.FromSeconds(31));
        var late = await browser.GetAsync("/health/ready");
        await held.CommitAsync(TestContext.Current.CancellationToken);
        await portal.MatchedAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(HttpStatusCode.OK, soon.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, late.StatusCode);
        Assert.Contains("index: The index is behind the database by 2 changes", await late.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).StatusCode);

        static OutboxMessage Change() => new(OutboxKind.OpportunityChanged, Guid.CreateVersion7());
    }
}
