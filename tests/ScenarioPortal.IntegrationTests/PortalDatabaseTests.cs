using Npgsql;
using Xunit;

namespace ScenarioPortal.IntegrationTests;

public sealed class PortalDatabaseTests(PortalDatabase database)
{
    [Fact]
    public async Task Each_test_works_in_a_database_of_its_own()
    {
        var first = await database.CopyAsync();
        var second = await database.CopyAsync();

        await RunAsync(first.Owner, "CREATE TABLE mine (id int)");

        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(second.Owner, "SELECT * FROM mine"));
        await database.DropAsync(first);
        await database.DropAsync(second);
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var server = NpgsqlDataSource.Create(connectionString);
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
