namespace ScenarioPortal.Data.Embedded;

/// <summary>Starts and stops the server of one cluster.</summary>
internal sealed class PostgresProcess(PostgresHome home, PostgresBinaries binaries)
{
    /// <summary>The shell outlives a killed portal and keeps its place among the users, so that no watcher looks too early.</summary>
    private const string AsUser =
        """
        exec 7<"$1"
        shift
        if command -v flock >/dev/null; then flock -s 7; fi
        "$@" 7<&-
        """;

    public async Task StartAsync(CancellationToken cancellation)
    {
        string[] start = [binaries.Control, "start", "-s", "-w", "-t", "60", "-D", home.Cluster, "-l", home.LogFile];
        var result = OperatingSystem.IsWindows()
            // A captured output would stay open in the server, and reading it would never end.
            ? await home.Account.RunAsync(start, cancellation, capture: false)
            : await home.Account.RunAsync(["sh", "-c", AsUser, "sh", home.UsersLock, .. start], cancellation);
        result.OrThrow($"Starting PostgreSQL (more in {home.LogFile})");
    }

    public Task StopAsync(CancellationToken cancellation) =>
        home.Account.RunAsync([binaries.Control, "stop", "-s", "-w", "-m", "fast", "-D", home.Cluster], cancellation, capture: !OperatingSystem.IsWindows());
}
