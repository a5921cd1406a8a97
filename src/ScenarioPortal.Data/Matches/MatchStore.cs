using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Data.Matches;

/// <summary>Writes and reads stored matches many at a time, on the connection and in the transaction of the caller.</summary>
public static class MatchStore
{
    /// <summary>The pairs that are stored for any of these opportunities or capabilities.</summary>
    public static async Task<IReadOnlyList<StoredPair>> PairsAsync(
        NpgsqlConnection connection, Guid[] opportunityIds, Guid[] capabilityIds, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT opportunity_id, capability_id, opportunity_revision, capability_revision, judged_by FROM matches WHERE opportunity_id = ANY($1)
            UNION
            SELECT opportunity_id, capability_id, opportunity_revision, capability_revision, judged_by FROM matches WHERE capability_id = ANY($2)
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = opportunityIds });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = capabilityIds });
        List<StoredPair> pairs = [];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            pairs.Add(new StoredPair(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4)));
        }

        return pairs;
    }

    public static async Task RemoveAsync(NpgsqlConnection connection, IReadOnlyCollection<StoredPair> pairs, CancellationToken cancellation)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        await using var delete = new NpgsqlCommand(
            """
            DELETE FROM matches USING unnest($1, $2) AS gone (opportunity_id, capability_id)
            WHERE matches.opportunity_id = gone.opportunity_id AND matches.capability_id = gone.capability_id
            """, connection);
        delete.Parameters.Add(Column(pairs, p => p.OpportunityId));
        delete.Parameters.Add(Column(pairs, p => p.CapabilityId));
        await delete.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// Stores matches, over those that another node has stored for the same pairs meanwhile. What stood before is removed first: a row that is changed without
    /// being judged by another was changed by a version that knows no judges, and the database takes it for unjudged.
    /// </summary>
    public static async Task PutAsync(NpgsqlConnection connection, IReadOnlyCollection<Match> matches, CancellationToken cancellation)
    {
        if (matches.Count == 0)
        {
            return;
        }

        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO matches (opportunity_id, capability_id, score, reasons, opportunity_revision, capability_revision, computed_at, judged_by)
            SELECT m.* FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
                AS m (opportunity_id, capability_id, score, reasons, opportunity_revision, capability_revision, computed_at, judged_by)
            JOIN opportunities ON opportunities.id = m.opportunity_id
            JOIN capabilities ON capabilities.id = m.capability_id
            ORDER BY m.opportunity_id, m.capability_id
            ON CONFLICT (opportunity_id, capability_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons,
                opportunity_revision = excluded.opportunity_revision, capability_revision = excluded.capability_revision, computed_at = excluded.computed_at,
                judged_by = excluded.judged_by
            """, connection);
        insert.Parameters.Add(Column(matches, m => m.OpportunityId));
        insert.Parameters.Add(Column(matches, m => m.CapabilityId));
        insert.Parameters.Add(Column(matches, m => m.Score));
        insert.Parameters.Add(new NpgsqlParameter
        {
            Value = matches.Select(m => JsonSerializer.Serialize(m.Reasons, JsonConversion.Options)).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb
        });
        insert.Parameters.Add(Column(matches, m => m.OpportunityRevision));
        insert.Parameters.Add(Column(matches, m => m.CapabilityRevision));
        insert.Parameters.Add(Column(matches, m => m.ComputedAt));
        insert.Parameters.Add(Column(matches, m => m.JudgedBy));
        await insert.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlParameter<TValue[]> Column<T, TValue>(IReadOnlyCollection<T> rows, Func<T, TValue> value) =>
        new() { TypedValue = [.. rows.Select(value)] };
}
