using Npgsql;
using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Data.Matches;

/// <summary>Who judges, and what was not judged by them yet: on the connection and in the transaction of the caller.</summary>
public static class JudgeStore
{
    /// <summary>Whoever judges holds it together with others, whoever takes over holds it alone: nothing is judged by one judge while another comes into force.</summary>
    private const int JudgeLock = 20270602;

    /// <summary>The judge in force; null before the first.</summary>
    public static async Task<JudgeInForce?> InForceAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT id, program, words, clock_timestamp() - seen_at FROM judges ORDER BY id DESC LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new JudgeInForce(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<TimeSpan>(3))
            : null;
    }

    /// <summary>Until the transaction ends nobody else comes into force.</summary>
    public static Task HoldAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock_shared({JudgeLock})", [], cancellation);

    /// <summary>Until the transaction ends nobody judges.</summary>
    public static Task HoldAloneAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({JudgeLock})", [], cancellation);

    /// <summary>A node that judges so is at work.</summary>
    public static Task SeeAsync(NpgsqlConnection connection, int judge, CancellationToken cancellation) =>
        ExecuteAsync(connection, "UPDATE judges SET seen_at = clock_timestamp() WHERE id = $1", [Value(judge)], cancellation);

    /// <summary>Another judge comes into force, and whatever is public waits for it.</summary>
    public static async Task<JudgeInForce> TakeOverAsync(NpgsqlConnection connection, string program, string words, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand("INSERT INTO judges (program, words) VALUES ($1, $2) RETURNING id", connection);
        insert.Parameters.Add(Value(program));
        insert.Parameters.Add(Value(words));
        var id = (int)(await insert.ExecuteScalarAsync(cancellation))!;
        await ExecuteAsync(
            connection,
            """
            INSERT INTO judgings (side, subject_id, judged_by)
            SELECT 'Need', id, 0 FROM opportunities WHERE status IN ('Released', 'Closed')
            UNION ALL
            SELECT 'Capability', id, 0 FROM capabilities WHERE status = 'Published'
            ON CONFLICT DO NOTHING
            """,
            [], cancellation);
        return new JudgeInForce(id, program, words, TimeSpan.Zero);
    }

    /// <summary>What an earlier judge looked at last, newest first. Rows that another node has taken are left to it.</summary>
    public static Task<Guid[]> WaitingAsync(NpgsqlConnection connection, int judge, Side side, int limit, CancellationToken cancellation) => IdsAsync(
        connection,
        "SELECT subject_id FROM judgings WHERE side = $2 AND judged_by < $1 ORDER BY subject_id DESC LIMIT $3 FOR UPDATE SKIP LOCKED",
        [Value(judge), Value($"{side}"), Value(limit)], cancellation);

    /// <summary>Opportunities with a match by an earlier judge: a version that knows no judges has stored it. What failed is left to the backlog.</summary>
    public static Task<Guid[]> StraysAsync(NpgsqlConnection connection, int judge, int limit, CancellationToken cancellation) => IdsAsync(
        connection,
        """
        SELECT DISTINCT opportunity_id FROM matches
        WHERE judged_by < $1 AND NOT EXISTS (SELECT FROM outbox WHERE subject_id IN (opportunity_id, capability_id) AND done_at IS NULL)
        LIMIT $2
        """,
        [Value(judge), Value(limit)], cancellation);

    /// <summary>All partners of these were looked for. Whoever does so says it before writing a match, in a fixed order, so that two never wait for each other over it.</summary>
    public static Task JudgedAsync(NpgsqlConnection connection, int judge, Side side, Guid[] subjects, CancellationToken cancellation) => subjects.Length == 0 ? Task.CompletedTask : ExecuteAsync(
        connection,
        """
        INSERT INTO judgings (side, subject_id, judged_by) SELECT $2, id, $1 FROM unnest($3) AS id ORDER BY id
        ON CONFLICT (side, subject_id) DO UPDATE SET judged_by = excluded.judged_by
        """,
        [Value(judge), Value($"{side}"), Value(subjects)], cancellation);

    /// <summary>These are public no longer.</summary>
    public static Task ForgetAsync(NpgsqlConnection connection, Side side, Guid[] subjects, CancellationToken cancellation) => subjects.Length == 0 ? Task.CompletedTask : ExecuteAsync(
        connection, "DELETE FROM judgings WHERE side = $1 AND subject_id = ANY($2)", [Value($"{side}"), Value(subjects)], cancellation);

    /// <summary>Leaves these to the backlog, which tries again with pauses and tells a person in the end.</summary>
    public static Task LeaveToBacklogAsync(NpgsqlConnection connection, Side side, Guid[] subjects, CancellationToken cancellation) => ExecuteAsync(
        connection,
        "INSERT INTO outbox (kind, subject_id, attempts) SELECT $1, id, 0 FROM unnest($2) AS id",
        [Value(side is Side.Need ? "OpportunityChanged" : "CapabilityChanged"), Value(subjects)], cancellation);

    private static async Task<Guid[]> IdsAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        List<Guid> ids = [];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            ids.Add(reader.GetGuid(0));
        }

        return [.. ids];
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };
}
