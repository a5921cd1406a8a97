using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using ScenarioPortal.Data;
using ScenarioPortal.Web.Hosting;

namespace ScenarioPortal.IntegrationTests.Rights.Matrix;

/// <summary>All rows as JSON, seen with the owner's eyes, and what became of them, so that two worlds in which the same was done tell the same.</summary>
internal sealed partial class Rows(DatabaseAccess access) : IAsyncDisposable
{
    private const string Random = "…";
    private static readonly string[] StaticTables = ["regions", "fields", "code_list_entries", "code_list_versions", "thesaurus_entries", "match_counts", "data_protection_keys", "__EFMigrationsHistory", "audit_head", "passkey_challenges", "outbox"];

    /// <summary>Made anew by chance, or from the clock of the machine, each time.</summary>
    private static readonly string[] ByChance =
        ["password_hash", "security_stamp", "concurrency_stamp", "key_hash", "secret_hash", "hash", "previous_hash", "totp_secret", "credential_id", "body", "stop_address", "key", "request", "sequence", "xmin", "batch", "content_hash", "certificate_code"];

    private readonly NpgsqlDataSource _source = PortalDatabaseOptions.CreateWorkDataSource(access.Owner);
    private Dictionary<string, (string Table, JsonElement Row)> _known = [];
    private long _since;
    private string? _sql;

    /// <summary>By place and transaction, so that a row that was written again is another. What was read before is not read again.</summary>
    public async Task<IReadOnlyDictionary<string, (string Table, JsonElement Row)>> ReadAsync()
    {
        _sql ??= string.Join(" UNION ALL ", (await TablesAsync()).Select(t =>
            $"""SELECT '{t}', '{t} ' || ctid || ' ' || xmin, CASE WHEN xmin::text::bigint >= $1 THEN to_jsonb(r)::text END FROM "{t}" r"""));
        await using var now = _source.CreateCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
        var since = (long)(await now.ExecuteScalarAsync())!;
        await using var command = _source.CreateCommand(_sql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = _since });
        await using var reader = await command.ExecuteReaderAsync();
        Dictionary<string, (string, JsonElement)> rows = [];
        while (await reader.ReadAsync())
        {
            var key = reader.GetString(1);
            rows[key] = reader.IsDBNull(2) ? _known[key] : (reader.GetString(0), JsonSerializer.Deserialize<JsonElement>(reader.GetString(2)));
        }

        (_known, _since) = (rows, since);
        return rows;
    }

    /// <summary>What is gone and what has come, in the names of the world.</summary>
    public static IReadOnlyList<string> Difference(IReadOnlyDictionary<string, (string Table, JsonElement Row)> before, IReadOnlyDictionary<string, (string Table, JsonElement Row)> after, World world)
    {
        var names = world.Identities.Where(i => i.Value.Length > 3).DistinctBy(i => i.Value).OrderByDescending(i => i.Value.Length).ToArray();
        return [.. before.Where(b => !after.ContainsKey(b.Key)).Select(b => $"- {Told(b.Value)}")
            .Concat(after.Where(a => !before.ContainsKey(a.Key)).Select(a => $"+ {Told(a.Value)}")).Order(StringComparer.Ordinal)];

        string Told((string Table, JsonElement Row) row) => $"{row.Table} {Identity().Replace(names.Aggregate(
            string.Join(", ", row.Row.EnumerateObject().Select(p => $"{p.Name}={(ByChance.Contains(p.Name) || (row.Table, p.Name) is ("pairings", "number") ? Random : p.Value.ToString())}")),
            (text, name) => text.Replace(name.Value, $"<{name.Key}>", StringComparison.Ordinal)), Random)}";
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var command = _source.CreateCommand("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1) ORDER BY 1");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = StaticTables });
        await using var reader = await command.ExecuteReaderAsync();
        List<string> tables = [];
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    /// <summary>Identities that have no name, the number of the world in what it called its own, that of a batch, and the official one, in a column or in a text.</summary>
    [GeneratedRegex(@"[0-9a-f]{64}|[0-9a-f]{32}|(?<="": "")\d+-\d+(?="")|(?<=（)\d+-\d+(?=）)|(?<=第)[一二三四五六七八九十0-9]+(?=批)|(?<=\b\d{4}-)\d{2,}(?=-[需供例]-)|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=·)\d+|(?<=-)\d+(?=@)|(?<=[a-z]-)\d+\b|(?<=密\D+)\d+(?=号)|(?<=number=)\d+-\d+|\d+-\d+77777|[mM]\d+-\d+(?=@)")]
    private static partial Regex Identity();
}
