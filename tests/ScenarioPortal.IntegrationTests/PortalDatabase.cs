using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ScenarioPortal.IntegrationTests;
using ScenarioPortal.Web;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(PortalDatabase))]

namespace ScenarioPortal.IntegrationTests;

/// <summary>One PostgreSQL for the whole run, migrated once; every test works in its own copy of that database.</summary>
public sealed class PortalDatabase : IAsyncLifetime
{
    private readonly string _template = NewName();
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync($"CREATE DATABASE {_template}");
        await MigrateAsync(_server.On(_template), TestContext.Current.CancellationToken);
    }

    /// <summary>A connection string to a fresh copy of the migrated database: tens of milliseconds, shared with nobody.</summary>
    internal async Task<DatabaseAccess> CopyAsync()
    {
        var copy = NewName();
        await ExecuteAsync($"CREATE DATABASE {copy} TEMPLATE {_template}");
        return _server.On(copy);
    }

    /// <summary>Gives a copy back; whoever asked for it does so when the test ends.</summary>
    internal Task DropAsync(DatabaseAccess access) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(access.Owner).Database} WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await DropAsync(_server.On(_template));
            await _server.DisposeAsync();
        }
    }

    /// <summary>Tables and code lists, as the portal itself makes them.</summary>
    private static async Task MigrateAsync(DatabaseAccess access, CancellationToken cancellation)
    {
        var services = new ServiceCollection();
        services.AddPortalCore(access, new PortalPaths { Own = Path.GetTempPath() }, new HomeRegion(null));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<PortalPreparation>().PrepareAsync(withDemonstration: false, cancellation);
    }

    private static string NewName() => $"portal_test_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
