using Npgsql;

namespace ScenarioPortal.Data.Outbox;

/// <summary>
/// Hears at once when something was written to the outbox, by a connection of its own. It tells nothing but that one should look: what was told while nobody
/// listened is found by looking, too.
/// </summary>
public sealed class OutboxListener(NpgsqlDataSource source)
{
    /// <summary>After so much silence it makes sure that the connection is alive and its server still the one that is written to.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private const int PatienceSeconds = 5;

    /// <summary>Listens until the connection is lost or cannot be had, which it throws.</summary>
    /// <param name="hear">Called when it begins to listen, as something may have come before, and each time something is told.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task ListenAsync(Action hear, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        connection.Notification += (_, _) => hear();
        await using (var listen = new NpgsqlCommand("LISTEN portal_outbox", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellation);
        }

        hear();
        while (true)
        {
            if (!await connection.WaitAsync(Silence, cancellation))
            {
                await RequireWritableAsync(connection, cancellation);
            }
        }
    }

    /// <summary>After a failover the old server may live on as a standby, where nothing is ever told.</summary>
    private static async Task RequireWritableAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_is_in_recovery()", connection) { CommandTimeout = PatienceSeconds };
        if (await command.ExecuteScalarAsync(cancellation) is true)
        {
            throw new NpgsqlException("The server has become a standby.");
        }
    }
}
