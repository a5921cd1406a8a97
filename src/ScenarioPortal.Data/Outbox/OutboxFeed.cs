using Npgsql;

namespace ScenarioPortal.Data.Outbox;

/// <summary>
/// What has changed since one last looked, for followers that keep a copy of their own. Rows are found by the transaction that
/// wrote them: everything older than the oldest transaction still running was seen already, everything else is looked at again.
/// </summary>
public sealed class OutboxFeed(NpgsqlDataSource source)
{
    private readonly HashSet<long> _seen = [];
    private ulong _horizon;

    /// <summary>Starts from now: what is committed before this returns need not be told.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())");
        _horizon = (ulong)(await command.ExecuteScalarAsync(cancellation))!;
        _seen.Clear();
    }

    /// <summary>The changes committed since the last call, each told once, in the order in which they were written.</summary>
    public async Task<IReadOnlyList<(OutboxKind Kind, Guid SubjectId)>> ReadAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            SELECT pg_snapshot_xmin(pg_current_snapshot()), message.id, message.kind, message.subject_id, message.transaction
            FROM (SELECT 1) AS always_one_row
            LEFT JOIN outbox AS message ON message.transaction >= $1
            ORDER BY message.id
            """);
        command.Parameters.Add(new NpgsqlParameter<ulong> { TypedValue = _horizon, DataTypeName = "xid8" });

        List<(OutboxKind, Guid)> changes = [];
        HashSet<long> stillOpen = [];
        var horizon = _horizon;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            horizon = reader.GetFieldValue<ulong>(0);
            if (await reader.IsDBNullAsync(1, cancellation))
            {
                continue;
            }

            var id = reader.GetInt64(1);
            if (!_seen.Contains(id))
            {
                changes.Add((Enum.Parse<OutboxKind>(reader.GetString(2)), reader.GetGuid(3)));
            }

            if (reader.GetFieldValue<ulong>(4) >= horizon)
            {
                stillOpen.Add(id);
            }
        }

        _horizon = horizon;
        _seen.Clear();
        _seen.UnionWith(stillOpen);
        return changes;
    }
}
