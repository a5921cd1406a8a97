using Npgsql;
using ScenarioPortal.Benchmarks.Serving;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Embedded;

namespace ScenarioPortal.Benchmarks.Filling;

/// <summary>A look into the database of the benchmarked portal.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres _server;
    private readonly NpgsqlDataSource _source;

    private BenchmarkDatabase(EmbeddedPostgres server) => (_server, _source) = (server, PortalDatabaseOptions.CreateDataSource(server.ConnectionString));

    public static async Task<BenchmarkDatabase> OpenAsync(PortalProgram program, CancellationToken cancellation) =>
        new(await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataDirectory = program.DatabaseFolder }, cancellation));

    /// <summary>Changes that have not been matched yet. One that was parked would never end.</summary>
    public async Task<long> BacklogAsync(CancellationToken cancellation)
    {
        var parked = await NumberAsync("SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL", cancellation);
        return parked == 0
            ? await NumberAsync("SELECT count(*) FROM outbox WHERE done_at IS NULL", cancellation)
            : throw new InvalidOperationException($"{parked} changes could not be matched; the portal's log says why.");
    }

    public Task<long> MatchesAsync(CancellationToken cancellation) => NumberAsync("SELECT count(*) FROM matches", cancellation);

    /// <summary>What the server would do by itself some minutes later.</summary>
    public async Task AnalyseAsync(CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand("VACUUM ANALYZE");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<Guid[]> OpportunityIdsAsync(CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand("SELECT array_agg(id ORDER BY id) FROM opportunities");
        return (Guid[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    public Task FillPairingsAsync(int count, CancellationToken cancellation) => PairingFiller.FillAsync(_source, count, cancellation);

    public Task<SignedInPeople> SignInAsync(CancellationToken cancellation) => PeopleFiller.SignInAsync(_source, cancellation);

    /// <summary>The pairings of a unit.</summary>
    public async Task<Guid[]> PairingIdsOfAsync(Guid unit, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand("SELECT array_agg(id ORDER BY id) FROM pairings WHERE publisher_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = unit });
        return (Guid[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Pairings that everyone may see.</summary>
    public async Task<Guid[]> PairingIdsAsync(CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand("SELECT array_agg(id ORDER BY id) FROM pairings WHERE shown <> 'Hidden'");
        return (Guid[])(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task<string> VersionAsync(CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand("SHOW server_version");
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<long> NumberAsync(string question, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(question);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
