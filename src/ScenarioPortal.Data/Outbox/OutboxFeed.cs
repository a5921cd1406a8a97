using Npgsql;
using NpgsqlTypes;

namespace ScenarioPortal.Data.Outbox;

/// <summary>
/// What has changed since one last looked, for followers that keep a copy of their own. Rows are found by the transaction that
/// wrote them: everything older than the oldest transaction still running was seen already, everything else is looked at again.
/// </summary>
public sealed class OutboxFeed(NpgsqlDataSource source)
{
    private volatile OutboxPosition? _position;

    /// <summary>How far this follower has come; null before it started.</summary>
    public OutboxPosition? Position => _position;

    /// <summary>Starts from now: what is committed before this returns need not be told.</summary>
    public async Task StartAsync(CancellationToken cancellation) => _position = (await LookAsync(null, cancellation)).Position;

    /// <summary>What was committed and not yet taken, in the order in which it was written. Only looks: it is told again until <see cref="Take"/>.</summary>
    public Task<OutboxNews> ReadAsync(CancellationToken cancellation) => LookAsync(_position, cancellation);

    /// <summary>The follower has done what these news ask for.</summary>
    public void Take(OutboxNews news) => _position = news.Position;

    private async Task<OutboxNews> LookAsync(OutboxPosition? before, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            SELECT now.horizon, coalesce(pg_sequence_last_value(pg_get_serial_sequence('outbox', 'id')::regclass), 0), coalesce((SELECT max(id) FROM outbox), 0),
                concat_ws('/', extract(epoch FROM pg_postmaster_start_time()), (SELECT oid FROM pg_database WHERE datname = current_database()), 'outbox'::regclass::oid),
                message.id, message.kind, message.subject_id, message.transaction
            FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS horizon) AS now
            LEFT JOIN outbox AS message ON message.transaction >= coalesce($1, pg_snapshot_xmin(pg_current_snapshot()))
            ORDER BY message.id
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = before is null ? DBNull.Value : before.Horizon, NpgsqlDbType = NpgsqlDbType.Xid8 });

        List<(OutboxKind, Guid)> changes = [];
        HashSet<long> told = [];
        OutboxPosition? position = null;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            position ??= new OutboxPosition
            {
                Horizon = reader.GetFieldValue<ulong>(0),
                LastNumber = reader.GetInt64(1),
                Newest = reader.GetInt64(2),
                Database = reader.GetString(3),
                Told = told
            };
            if (await reader.IsDBNullAsync(4, cancellation))
            {
                continue;
            }

            var id = reader.GetInt64(4);
            if (before?.Told.Contains(id) is false)
            {
                changes.Add((Enum.Parse<OutboxKind>(reader.GetString(5)), reader.GetGuid(6)));
            }

            if (reader.GetFieldValue<ulong>(7) >= position.Horizon)
            {
                told.Add(id);
            }
        }

        return new OutboxNews(changes, position!, before?.IsContinuedBy(position!) is false);
    }
}
