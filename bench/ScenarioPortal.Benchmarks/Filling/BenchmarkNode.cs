using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using ScenarioPortal.Benchmarks.Corpus;
using ScenarioPortal.Benchmarks.Serving;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Embedded;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Matching;
using ScenarioPortal.Web;
using ScenarioPortal.Web.CodeLists;
using ScenarioPortal.Web.Hosting;
using ScenarioPortal.Web.Import;
using ScenarioPortal.Web.Matches;

namespace ScenarioPortal.Benchmarks.Filling;

/// <summary>A node of the portal in this process, all but its pages: a database of its own that keeps what it is told, index, lists, and the worker that follows.</summary>
internal sealed class BenchmarkNode : IAsyncDisposable
{
    private readonly string _folder;
    private readonly EmbeddedPostgres _server;
    private readonly ServiceProvider _services;
    private MatchWorker? _worker;

    private BenchmarkNode(string folder, EmbeddedPostgres server, ServiceProvider services) => (_folder, _server, _services) = (folder, server, services);

    public Matcher Matcher => _services.GetRequiredService<LiveIndex>().Matcher;

    public static async Task<BenchmarkNode> MakeAsync(bool listens, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataDirectory = Path.Combine(folder, "postgres") }, cancellation);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Outbox:Listen", $"{listens}")]).Build());
        services.AddOutputCache();
        services.AddPortalCore(
            new DatabaseAccess { Owner = server.ConnectionString, ApplicationSignIn = server.ApplicationConnectionString },
            new PortalPaths { Own = folder, Shipped = Path.GetDirectoryName(PortalProgram.DataFile("fields.csv"))! }, new HomeRegion(null));
        var node = new BenchmarkNode(folder, server, services.BuildServiceProvider());
        await node.Get<PortalPreparation>().PrepareAsync(withDemonstration: false, cancellation);
        return node;
    }

    public async Task ImportAsync<TLine>(ListKind kind, int count, Func<int, TLine> line, CancellationToken cancellation)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, count).Select(n => Lines.ToJson(line(n))))));
        await Get<ImportList>().RunAsync(file, new ImportOptions { Kind = kind, FileName = "lines.jsonl", Actor = "benchmark", Publish = true }, cancellation);
    }

    /// <summary>More capabilities like the one that is there, with texts of their own: a hundred thousand are there in seconds, where importing them takes minutes.</summary>
    public async Task MultiplyCapabilityAsync(CapabilityLine[] lines, CancellationToken cancellation)
    {
        await using var source = PortalDatabaseOptions.CreateDataSource(_server.ConnectionString);
        await using var command = source.CreateCommand(
            """
            INSERT INTO capabilities SELECT (jsonb_populate_record(capability, jsonb_build_object('id', gen_random_uuid(), 'number', NULL, 'field_code', NULL)
                || jsonb_build_object('external_id', line->'id', 'title', line->'title', 'description', line->'description', 'technologies', line->'tech', 'field_text', line->'field'))).*
            FROM capabilities AS capability, unnest($1::jsonb[]) AS line
            """);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter { Value = Array.ConvertAll(lines, Lines.ToJson), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Starts to follow, as if everything so far had been matched: that is measured elsewhere.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await RunAsync("UPDATE outbox SET done_at = now()", cancellation);
        await Get<LiveIndex>().LoadAsync(cancellation);
        await Get<JudgeSeat>().TakeAsync(cancellation);
        await RunAsync("UPDATE judgings SET judged_by = (SELECT max(id) FROM judges)", cancellation);
        await RunAsync("VACUUM ANALYZE", cancellation);
        _worker = ActivatorUtilities.CreateInstance<MatchWorker>(_services);
        await _worker.StartAsync(cancellation);
    }

    public Task<PortalDbContext> OpenAsync(CancellationToken cancellation) => Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_worker is not null)
        {
            await _worker.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private async Task RunAsync(string sql, CancellationToken cancellation)
    {
        await using var source = PortalDatabaseOptions.CreateDataSource(_server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
