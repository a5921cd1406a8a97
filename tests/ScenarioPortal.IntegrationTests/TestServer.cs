using Npgsql;
using ScenarioPortal.Data.Embedded;
using ScenarioPortal.Web.Hosting;
using Testcontainers.PostgreSql;

namespace ScenarioPortal.IntegrationTests;

/// <summary>
/// The server that the tests' databases are on: embedded; in a container when PORTAL_TEST_POSTGRES is <c>container</c>;
/// any server whose connection string it holds, as a role that may create databases.
/// </summary>
internal sealed class TestServer(string connectionString, string? application, params IAsyncDisposable[] parts) : IAsyncDisposable
{
    public string ConnectionString => connectionString;

    public static Task<TestServer> StartAsync(CancellationToken cancellation) => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") switch
    {
        null or "" => EmbeddedAsync(cancellation),
        "container" => ContainerAsync(cancellation),
        var running => Task.FromResult(new TestServer(running, null)),
    };

    public DatabaseAccess On(string database) => new() { Owner = Of(connectionString, database), ApplicationSignIn = application is null ? null : Of(application, database) };

    public async ValueTask DisposeAsync()
    {
        foreach (var part in parts)
        {
            await part.DisposeAsync();
        }
    }

    private static string Of(string connection, string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    private static async Task<TestServer> EmbeddedAsync(CancellationToken cancellation)
    {
        var directory = new TemporaryDirectory();
        var postgres = await EmbeddedPostgres.StartAsync(new() { DataDirectory = directory.Below("postgres"), Durable = false }, cancellation);
        return new TestServer(postgres.ConnectionString, postgres.ApplicationConnectionString, postgres, directory);
    }

    private static async Task<TestServer> ContainerAsync(CancellationToken cancellation)
    {
        var container = new PostgreSqlBuilder("postgres:17").WithCommand("-c", "fsync=off", "-c", "max_connections=200").Build();
        await container.StartAsync(cancellation);
        return new TestServer(container.GetConnectionString(), null, container);
    }
}
