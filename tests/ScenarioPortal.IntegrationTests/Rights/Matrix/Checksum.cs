using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Web.Hosting;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What stands in the tables, in one number each, seen with the owner's eyes.</summary>
internal sealed class Checksum : IAsyncDisposable
{
    /// <summary>The trail of refusals, counters of guesses, the queue and what is computed from it, keys and code lists.</summary>
    private static readonly string[] Left =
    [
        "audit_entries", "audit_head", "guess_counters", "outbox", "matches", "data_protection_keys", "passkey_challenges",
        "regions", "fields", "code_list_entries", "code_list_versions", "__EFMigrationsHistory"
    ];

    private readonly NpgsqlDataSource _source;

    public Checksum(DatabaseAccess access) => _source = PortalDatabaseOptions.CreateWorkDataSource(access.Owner);

    /// <param name="own">Rows that carry one of these identities are left out.</param>
    public async Task<IReadOnlyDictionary<string, string>> OfAllAsync(IReadOnlyList<Guid> own)
    {
        await using var command = _source.CreateCommand(string.Join(" UNION ALL ", (await TablesAsync()).Select(t =>
            $"""
            SELECT '{t}', md5(coalesce(string_agg(content, '' ORDER BY content), '')) FROM (SELECT to_jsonb(r) AS row, to_jsonb(r)::text AS content FROM "{t}" r) rows
            WHERE NOT ARRAY[row->>'id', row->>'organisation_id', row->>'publisher_id', row->>'owner_id', row->>'account_id', row->>'user_id', row->>'uploaded_by', row->>'invited_by'] && $1
            """)));
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. own.Select(id => $"{id}")] });
        await using var reader = await command.ExecuteReaderAsync();
        Dictionary<string, string> sums = [];
        while (await reader.ReadAsync())
        {
            sums[reader.GetString(0)] = reader.GetString(1);
        }

        return sums;
    }

    public async Task<IReadOnlyDictionary<string, long>> RefusalsAsync()
    {
        await using var command = _source.CreateCommand("SELECT actor, count(*) FROM audit_entries WHERE action = 'request.refuse' GROUP BY actor");
        await using var reader = await command.ExecuteReaderAsync();
        Dictionary<string, long> counts = [];
        while (await reader.ReadAsync())
        {
            counts[reader.GetString(0)] = reader.GetInt64(1);
        }

        return counts;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var command = _source.CreateCommand("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1) ORDER BY 1");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Left });
        await using var reader = await command.ExecuteReaderAsync();
        List<string> tables = [];
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
