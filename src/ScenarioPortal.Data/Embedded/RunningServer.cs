using Npgsql;

namespace ScenarioPortal.Data.Embedded;

/// <summary>Whether a cluster has a server already, and where.</summary>
internal sealed record RunningServer(PostgresAddress? Address)
{
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(2);
    private static readonly RunningServer Absent = new((PostgresAddress?)null);

    /// <summary>Waits while a server comes up or goes down.</summary>
    public static Task<RunningServer> FindAsync(PostgresHome home, string password, CancellationToken cancellation) => Patience.WaitForAsync(
        () => LookAsync(home, password, cancellation),
        LongestRecovery,
        $"PostgreSQL in {home.Directory} neither answers nor ends; {home.LogFile} may say why.",
        cancellation);

    private static async Task<RunningServer?> LookAsync(PostgresHome home, string password, CancellationToken cancellation)
    {
        if (PostmasterFile.Read(home.Cluster) is not { } postmaster)
        {
            return Absent;
        }

        if (postmaster.Address is { } address && await AnswersAsync(address, password, cancellation))
        {
            return new RunningServer(address);
        }

        switch (await PostmasterProcesses.LookAsync(home, postmaster, cancellation))
        {
            case PostmasterProcess.Alive:
                return null;
            case PostmasterProcess.Stranger:
                postmaster.Delete();
                return Absent;
            default:
                return Absent;
        }
    }

    private static async Task<bool> AnswersAsync(PostgresAddress address, string password, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection($"{address.ConnectionString(PostgresCluster.Name, password)};Pooling=false;Timeout=5");
        try
        {
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (PostgresException exception)
        {
            return exception.SqlState != PostgresErrorCodes.CannotConnectNow;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }
}
