using ScenarioPortal.Benchmarks.Load;

namespace ScenarioPortal.Benchmarks.Serving;

/// <summary>The portal as it is, the portal without its output cache, and Kestrel with a page of the portal prebuilt.</summary>
internal sealed class BenchmarkServers : IAsyncDisposable
{
    private readonly Stack<ChildProcess> _started = [];

    public Uri CachedAddress { get; } = Loopback.FreeAddress();

    public Uri UncachedAddress { get; } = Loopback.FreeAddress();

    public Uri PrebuiltAddress { get; } = Loopback.FreeAddress();

    public ChildProcess Cached { get; private set; } = null!;

    public ChildProcess Uncached { get; private set; } = null!;

    public ChildProcess Prebuilt { get; private set; } = null!;

    public static async Task<BenchmarkServers> StartAsync(PortalProgram program, CancellationToken cancellation)
    {
        var servers = new BenchmarkServers();
        try
        {
            servers.Cached = servers.Started(await program.ServeAsync(servers.CachedAddress, cachePages: true, cancellation));
            servers.Uncached = servers.Started(await program.ServeAsync(servers.UncachedAddress, cachePages: false, cancellation));
            servers.Prebuilt = servers.Started(await PrebuiltServer.StartAsync(servers.PrebuiltAddress, new Uri(servers.CachedAddress, Targets.List), cancellation));
            return servers;
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var server))
        {
            await server.DisposeAsync();
        }
    }

    private ChildProcess Started(ChildProcess server)
    {
        _started.Push(server);
        return server;
    }
}
