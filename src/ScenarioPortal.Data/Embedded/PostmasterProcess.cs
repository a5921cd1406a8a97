namespace ScenarioPortal.Data.Embedded;

/// <summary>What the process is that a <c>postmaster.pid</c> names.</summary>
internal enum PostmasterProcess
{
    /// <summary>Gone, or not to be seen here: PostgreSQL itself decides.</summary>
    Unknown,

    /// <summary>The server of this cluster, perhaps starting or stopping.</summary>
    Alive,

    /// <summary>Another program that has been given the number of a dead server.</summary>
    Stranger,
}

internal static class PostmasterProcesses
{
    /// <summary>A server's working directory is its cluster. Asked as the server's account, which may look where root may not.</summary>
    private const string Question =
        """
        if grep -qs '^State:[[:space:]]*Z' "/proc/$1/status"; then exit 2; fi
        readlink "/proc/$1/cwd" || exit 0
        if [ "/proc/$1/cwd" -ef "$2" ]; then exit 1; else exit 2; fi
        """;

    public static async Task<PostmasterProcess> LookAsync(PostgresHome home, PostmasterFile postmaster, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
        {
            return PostmasterProcess.Unknown;
        }

        var answer = await home.Account.RunAsync(["sh", "-c", Question, "sh", $"{postmaster.ProcessId}", home.Cluster], cancellation);
        return answer.ExitCode switch { 1 => PostmasterProcess.Alive, 2 => PostmasterProcess.Stranger, _ => PostmasterProcess.Unknown };
    }
}
