using System.Text.Json;
using Npgsql;

namespace ScenarioPortal.Data.Accounts;

/// <summary>Who is behind a cookie: one round trip, which also notes that the session is alive. What changed about a person holds from the next request on.</summary>
public sealed class SessionReader(NpgsqlDataSource source)
{
    /// <summary>The seats of the account of a row <c>l</c>.</summary>
    internal const string Seats =
        """
        (SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisation', o.name, 'kind', o.kind, 'status', o.status,
                'role', m.role, 'throughOperatorId', m.operator_id)), '[]')
            FROM (
                SELECT organisation_id, role, NULL::uuid AS operator_id FROM memberships WHERE account_id = l.account_id
                UNION ALL
                SELECT d.organisation_id, 'Editor', d.operator_id FROM memberships m JOIN mandates d ON d.operator_id = m.organisation_id
                WHERE m.account_id = l.account_id AND m.role <> 'Reader' AND d.ended_at IS NULL
            ) m JOIN organisations o ON o.id = m.organisation_id)
        """;

    private const string Sql =
        $"""
        WITH live AS (
            SELECT s.id, s.account_id, s.factors, s.confirmed_at, s.started_at, s.last_seen_at
            FROM sessions s JOIN accounts a ON a.id = s.account_id
            WHERE s.key_hash = $1 AND a.disabled_at IS NULL AND a.erased_at IS NULL AND s.started_at > $3
        ), seen AS (
            UPDATE sessions s SET last_seen_at = $2 FROM live l WHERE s.id = l.id AND l.last_seen_at < $4
        )
        SELECT l.id, l.account_id, l.factors, l.confirmed_at, l.started_at, l.last_seen_at, a.display_name, a.email, a.is_demonstration, a.totp_secret IS NOT NULL,
            {Seats},
            (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'regionCode', g.region_code)), '[]') FROM staff_grants g WHERE g.account_id = l.account_id),
            EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = l.account_id),
            (SELECT c.version FROM consents c WHERE c.account_id = l.account_id AND c.purpose = 'Account' AND c.withdrawn_at IS NULL ORDER BY c.given_at DESC, c.id DESC LIMIT 1),
            (SELECT count(*)::int FROM (SELECT 1 FROM notifications n WHERE n.account_id = l.account_id AND n.read_at IS NULL LIMIT 100) unread)
        FROM live l JOIN accounts a ON a.id = l.account_id
        """;

    /// <param name="keyHash">SHA-256 of the key in the cookie.</param>
    /// <param name="times">The moment, and the limits that follow from it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<SignedIn?> FindAsync(string keyHash, SessionTimes times, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = keyHash });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = times.Now.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = times.StartedAfter.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = times.NotedBefore.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    private static SignedIn Read(NpgsqlDataReader row) => new()
    {
        SessionId = row.GetGuid(0),
        AccountId = row.GetGuid(1),
        Factors = (Factors)row.GetInt32(2),
        ConfirmedAt = row.GetFieldValue<DateTimeOffset>(3),
        StartedAt = row.GetFieldValue<DateTimeOffset>(4),
        LastSeenAt = row.GetFieldValue<DateTimeOffset>(5),
        Name = row.GetString(6),
        Email = row.GetString(7),
        IsDemonstration = row.GetBoolean(8),
        HasTimeCode = row.GetBoolean(9),
        Seats = JsonSerializer.Deserialize<Seat[]>(row.GetString(10), JsonConversion.Options)!,
        Posts = JsonSerializer.Deserialize<Post[]>(row.GetString(11), JsonConversion.Options)!,
        HasPasskey = row.GetBoolean(12),
        AgreedVersion = row.IsDBNull(13) ? null : row.GetString(13),
        Unread = row.GetInt32(14)
    };
}

/// <summary>The moment of a request, and what it makes of a session's age.</summary>
public sealed record SessionTimes
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Sessions that started earlier have reached their absolute limit.</summary>
    public required DateTimeOffset StartedAfter { get; init; }

    /// <summary>A session last seen earlier is noted as seen; not each request writes.</summary>
    public required DateTimeOffset NotedBefore { get; init; }
}

/// <summary>A live session and the account behind it, as they are in the database now.</summary>
public sealed record SignedIn
{
    public required Guid SessionId { get; init; }

    public required Guid AccountId { get; init; }

    public required Factors Factors { get; init; }

    public required DateTimeOffset ConfirmedAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required bool IsDemonstration { get; init; }

    public required bool HasTimeCode { get; init; }

    public required bool HasPasskey { get; init; }

    public string? AgreedVersion { get; init; }

    /// <summary>Notifications that were not read yet, counted to a hundred.</summary>
    public required int Unread { get; init; }

    public required IReadOnlyList<Seat> Seats { get; init; }

    public required IReadOnlyList<Post> Posts { get; init; }
}
