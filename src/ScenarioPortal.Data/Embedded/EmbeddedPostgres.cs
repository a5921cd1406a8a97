using ScenarioPortal.Data.Rights;

namespace ScenarioPortal.Data.Embedded;

/// <summary>
/// A PostgreSQL server that the portal brings along. All processes that use the same data directory share one server;
/// it ends with the last of them, also when that one is killed.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(1);

    private readonly PostgresHome _home;
    private readonly PostgresProcess _process;
    private FileStream? _use;

    private EmbeddedPostgres(PostgresHome home, PostgresProcess process, FileStream use) => (_home, _process, _use) = (home, process, use);

    /// <summary>As the owner of the database.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>As the role that the portal works as, which owns nothing.</summary>
    public required string ApplicationConnectionString { get; init; }

    /// <summary>Starts the server of a data directory, or joins the one that runs; the first time makes the database.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot be done; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        var dataDirectory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataDirectory));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(dataDirectory)!);
            await using var oneAtATime = await FileLock.WaitAsync(
                () => FileLock.TryExclusive($"{dataDirectory}.lock"),
                LongestStart,
                $"Another process has been starting the database in {dataDirectory} for minutes.",
                cancellation);
            var home = await PostgresHomeFinder.OpenAsync(dataDirectory, options.Log, cancellation);
            return await StartAsync(home, options, cancellation);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedPostgresException(
                $"{dataDirectory} belongs to another user. Start the portal as that user, or choose another --data.", exception);
        }
    }

    /// <summary>Stops the server, unless somebody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _use, null) is not { } use)
        {
            return;
        }

        await use.DisposeAsync();
        if (FileLock.TryExclusive(_home.UsersLock) is { } alone)
        {
            await using (alone)
            {
                await _process.StopAsync(CancellationToken.None);
            }
        }
        else
        {
            // Either others share the server, or the watcher is stopping it; then it has ended when the lock is free again.
            await using var others = await FileLock.WaitAsync(
                () => FileLock.TryShared(_home.UsersLock), LongestStop, $"PostgreSQL in {_home.Directory} does not stop.", CancellationToken.None);
        }
    }

    private static async Task<EmbeddedPostgres> StartAsync(PostgresHome home, EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        var use = await FileLock.WaitAsync(
            () => FileLock.TryShared(home.UsersLock), LongestStop, $"PostgreSQL in {home.Directory} is being stopped and does not end.", cancellation);
        try
        {
            var binaries = await new PostgresSearch(home, options.BinariesSearchRoots).FindAsync(cancellation);
            var cluster = new PostgresCluster(home, binaries, options);
            var process = new PostgresProcess(home, binaries);

            await cluster.CreateIfMissingAsync(cancellation);
            var password = await cluster.ReadPasswordAsync(cancellation);
            var running = (await RunningServer.FindAsync(home, password, cancellation)).Address;
            var address = running ?? await PostgresAddress.ChooseAsync(home, cancellation);
            await PostgresWatcher.StartAsync(home, binaries, address, cancellation);
            if (running is null)
            {
                await cluster.AddApplicationIfMissingAsync(cancellation);
                await cluster.ConfigureAsync(address, cancellation);
                await process.StartAsync(cancellation);
            }

            options.Log($"PostgreSQL {binaries.Version} {(running is null ? "started" : "was running already")} for {home.Directory}");
            var application = await cluster.ReadApplicationPasswordAsync(cancellation);
            return new EmbeddedPostgres(home, process, use)
            {
                ConnectionString = address.ConnectionString(PostgresCluster.Name, password),
                ApplicationConnectionString = address.ConnectionString(ApplicationRole.UsualName, application)
            };
        }
        catch
        {
            await use.DisposeAsync();
            throw;
        }
    }
}
