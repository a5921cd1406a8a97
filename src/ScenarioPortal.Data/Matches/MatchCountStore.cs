using Npgsql;
using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Data.Matches;

/// <summary>Adds up what was shown and opened.</summary>
public static class MatchCountStore
{
    /// <summary>Of what there is one row a day. Decisions are rows of their own: who decides can add one and needs to see none.</summary>
    internal const string AddedUp = "event IN ('Shown', 'Opened')";

    /// <summary>One statement for all; pairs of which a side is gone are left out. In a fixed order, so that two nodes wait for one another and never both.</summary>
    public static async Task AddAsync(NpgsqlDataSource source, IReadOnlyCollection<MatchCount> counts, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            $"""
            INSERT INTO match_counts (id, opportunity_id, capability_id, event, list, place, day, count)
            SELECT c.* FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS c (id, opportunity_id, capability_id, event, list, place, day, count)
            JOIN opportunities ON opportunities.id = c.opportunity_id
            JOIN capabilities ON capabilities.id = c.capability_id
            ORDER BY c.opportunity_id, c.capability_id, c.event, c.list, c.place, c.day
            ON CONFLICT (opportunity_id, capability_id, event, list, place, day) WHERE {AddedUp} DO UPDATE SET count = match_counts.count + excluded.count
            """);
        Add(c => c.Id);
        Add(c => c.OpportunityId);
        Add(c => c.CapabilityId);
        Add(c => c.Event.ToString());
        Add(c => c.List.ToString());
        Add(c => c.Place);
        Add(c => c.Day);
        Add(c => c.Count);
        await command.ExecuteNonQueryAsync(cancellation);

        void Add<TValue>(Func<MatchCount, TValue> value) => command.Parameters.Add(new NpgsqlParameter<TValue[]> { TypedValue = [.. counts.Select(value)] });
    }
}
