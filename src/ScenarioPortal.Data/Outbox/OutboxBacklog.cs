using Npgsql;
using NpgsqlTypes;

namespace ScenarioPortal.Data.Outbox;

/// <summary>The outbox as work: each row is taken by one node, done in its transaction, tried again with back-off and parked after five failures.</summary>
public sealed class OutboxBacklog(NpgsqlDataSource source)
{
    private const int AttemptsMax = 5;

    /// <summary>
    /// Takes up to <paramref name="limit"/> due rows, oldest first, and hands them to <paramref name="work"/>. They are done when the work
    /// returns true; when it returns false, they are left to others, and when it throws, the rows are free again and the exception is the caller's. Returns how many were done.
    /// </summary>
    public async Task<int> TakeAsync(int limit, Func<IReadOnlyList<OutboxWork>, NpgsqlConnection, Task<bool>> work, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        List<OutboxWork> taken = [];
        await using (var select = new NpgsqlCommand(
            """
            SELECT id, kind, subject_id FROM outbox
            WHERE done_at IS NULL AND parked_at IS NULL AND due_at <= now()
            ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED
            """, connection))
        {
            select.Parameters.AddWithValue(limit);
            await using var reader = await select.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                taken.Add(new OutboxWork(reader.GetInt64(0), Enum.Parse<OutboxKind>(reader.GetString(1)), reader.GetGuid(2)));
            }
        }

        if (taken.Count > 0)
        {
            try
            {
                if (!await work(taken, connection))
                {
                    return 0;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new OutboxWorkFailedException(taken, exception);
            }

            await using var done = new NpgsqlCommand("UPDATE outbox SET done_at = now() WHERE id = ANY($1)", connection);
            done.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. taken.Select(t => t.Id)] });
            await done.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return taken.Count;
    }

    /// <summary>Puts failed rows off: ten seconds, then twice as long each time, and parks them after five attempts.</summary>
    public async Task PutOffAsync(IEnumerable<OutboxWork> failed, string error, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            """
            UPDATE outbox SET attempts = attempts + 1, last_error = $2,
                due_at = now() + interval '5 seconds' * (2 ^ (attempts + 1)),
                parked_at = CASE WHEN attempts + 1 >= $3 THEN now() END
            WHERE id = ANY($1)
            """);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. failed.Select(f => f.Id)] });
        command.Parameters.AddWithValue(NpgsqlDbType.Text, error[..Math.Min(error.Length, OutboxMessage.ErrorMaxLength)]);
        command.Parameters.AddWithValue(AttemptsMax);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Forgets rows that were done longer ago than anyone follows.</summary>
    public async Task ForgetAsync(TimeSpan age, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("DELETE FROM outbox WHERE done_at < now() - $1");
        command.Parameters.AddWithValue(age);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
