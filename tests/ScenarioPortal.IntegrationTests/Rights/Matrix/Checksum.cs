using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Web.Hosting;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>What stands in the tables, in one number each, seen with the owner's eyes.</summary>
internal sealed class Checksum : IAsyncDisposable
{
    /// <summary>What asking alone may add to: the trail with its head, counters of guesses, and questions to passkeys.</summary>
    private static readonly string[] Left = ["audit_entries", "audit_head", "guess_counters", "passkey_challenges"];

    private readonly NpgsqlDataSource _source;

    public Checksum(DatabaseAccess access) => _source = PortalDatabaseOptions.CreateWorkDataSource(access.Owner);

    /// <summary>A row that is written has a new place and a new transaction, whatever is written: so not even the same again goes unseen.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAllAsync()
    {
        await using var command = _source.CreateCommand(string.Join(" UNION ALL ", (await TablesAsync()).Select(t =>
            $"""SELECT '{t}', md5(coalesce(string_agg(ctid::text || xmin::text, ',' ORDER BY ctid), '')) FROM "{t}" """)));
        await using var reader = await command.ExecuteReaderAsync();
        Dictionary<string, string> sums = [];
        while (await reader.ReadAsync())
        {
            sums[reader.GetString(0)] = reader.GetString(1);
        }

        return sums;
    }

    /// <summary>Whether one of these did something, or something was done to one of these organisations, that the trail tells of.</summary>
    public async Task<bool> HasActedAsync(IEnumerable<string> actors, IEnumerable<Guid> organisations)
    {
        await using var command = _source.CreateCommand("SELECT EXISTS (SELECT 1 FROM audit_entries WHERE action <> 'request.refuse' AND (actor = ANY ($1) OR organisation_id = ANY ($2)))");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. actors] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. organisations] });
        return await command.ExecuteScalarAsync() is true;
    }

    /// <summary>How many refusals of each actor the trail tells of.</summary>
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
