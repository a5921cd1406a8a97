using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Data.Matches;

/// <summary>Writes and reads stored matches many at a time, on the connection and in the transaction of the caller.</summary>
public static class MatchStore
{
    /// <summary>The pairs that are stored for any of these opportunities or capabilities.</summary>
    public static async Task<IReadOnlyList<(Guid OpportunityId, Guid CapabilityId)>> PairsAsync(
        NpgsqlConnection connection, Guid[] opportunityIds, Guid[] capabilityIds, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT opportunity_id, capability_id FROM matches WHERE opportunity_id = ANY($1)
            UNION
            SELECT opportunity_id, capability_id FROM matches WHERE capability_id = ANY($2)
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = opportunityIds });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = capabilityIds });
        List<(Guid, Guid)> pairs = [];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            pairs.Add((reader.GetGuid(0), reader.GetGuid(1)));
        }

        return pairs;
    }

    /// <summary>Replaces all that is stored for these opportunities and capabilities.</summary>
    public static async Task ReplaceAsync(
        NpgsqlConnection connection, Guid[] opportunityIds, Guid[] capabilityIds, IReadOnlyCollection<Match> matches, CancellationToken cancellation)
    {
        await using (var delete = new NpgsqlCommand("DELETE FROM matches WHERE opportunity_id = ANY($1) OR capability_id = ANY($2)", connection))
        {
            delete.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = opportunityIds });
            delete.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = capabilityIds });
            await delete.ExecuteNonQueryAsync(cancellation);
        }

        if (matches.Count == 0)
        {
            return;
        }

        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO matches (opportunity_id, capability_id, score, reasons, opportunity_revision, capability_revision, computed_at)
            SELECT m.* FROM unnest($1, $2, $3, $4, $5, $6, $7) AS m (opportunity_id, capability_id, score, reasons, opportunity_revision, capability_revision, computed_at)
            JOIN opportunities ON opportunities.id = m.opportunity_id
            JOIN capabilities ON capabilities.id = m.capability_id
            ON CONFLICT (opportunity_id, capability_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons,
                opportunity_revision = excluded.opportunity_revision, capability_revision = excluded.capability_revision, computed_at = excluded.computed_at
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
        await insert.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlParameter<T[]> Column<T>(IReadOnlyCollection<Match> matches, Func<Match, T> value) =>
        new() { TypedValue = [.. matches.Select(value)] };
}
