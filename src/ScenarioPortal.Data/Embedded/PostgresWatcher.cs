namespace ScenarioPortal.Data.Embedded;

/// <summary>
/// A shell of its own that waits until nobody uses the server any more, killed users included, and then stops it.
/// It asks for the users' lock alone: the operating system grants that when the last holder is gone.
/// </summary>
internal static class PostgresWatcher
{
    /// <summary>Away from the portal's terminal, process group and process tree, so that what kills the portal spares the watcher.</summary>
    private const string Detach =
        """
        exec </dev/null >/dev/null 2>&1
        if command -v setsid; then setsid "$@" & else "$@" & fi
        """;

    /// <summary>Users' lock, watch lock, pg_ctl, cluster and the socket's own directory, if it has one.</summary>
    private const string Watch =
        """
        trap '' HUP INT TERM
        lock() {
          if command -v flock; then flock $2 "$1"
          else perl -e 'open(my $file, "<&=", $ARGV[0]) or exit 1; exit(flock($file, @ARGV > 1 ? 6 : 2) ? 0 : 1)' "$@"
          fi
        }
        exec 8<"$2" 9<"$1"
        lock 8 -n || exit 0
        lock 9 || exit 1
        "$3" stop -D "$4" -m fast -w -t 30 || "$3" stop -D "$4" -m immediate -w
        if [ -n "$5" ]; then rmdir "$5"; fi
        exec 8<&-
        """;

    public static async Task StartAsync(PostgresHome home, PostgresBinaries binaries, PostgresAddress address, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var result = await home.Account.RunAsync(
            ["sh", "-c", Detach, "sh", "sh", "-c", Watch, "sh", home.UsersLock, home.WatchLock, binaries.Control, home.Cluster, OwnSocketDirectory(home, address)],
            cancellation);
        result.OrThrow("Starting the watcher of the embedded PostgreSQL");
    }

    private static string OwnSocketDirectory(PostgresHome home, PostgresAddress address) =>
        address.IsSocket && address.Host != home.Directory ? address.Host : "";
}
