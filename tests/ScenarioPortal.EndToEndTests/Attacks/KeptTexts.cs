using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using ScenarioPortal.IntegrationTests.Security;
using ScenarioPortal.Web.Hosting;

namespace ScenarioPortal.EndToEndTests.Attacks;

/// <summary>
/// Every text in the database that people write. A column that comes with the next table is among them by itself, until somebody says that it is none.
/// </summary>
internal sealed class KeptTexts(DatabaseAccess access) : IAsyncDisposable
{
    /// <summary>What a text of no stated length takes: a dozen payloads.</summary>
    private const int LongText = 600;

    /// <summary>Comes from files that administrators load, is the portal's own, or leaves it by mail.</summary>
    private static readonly string[] OtherTables =
        ["regions", "fields", "code_list_entries", "code_list_versions", "thesaurus_entries", "data_protection_keys", "__EFMigrationsHistory", "outbox", "passkey_challenges", "mail_messages", "guess_counters"];

    /// <summary>Words, codes, numbers and hashes of the portal itself. Every other column is taken for one that people write in.</summary>
    private static readonly HashSet<string> OtherColumns =
    [
        "accounts.concurrency_stamp", "accounts.normalized_email", "accounts.normalized_user_name", "accounts.password_hash", "accounts.security_stamp", "accounts.totp_secret", "accounts.user_name",
        "audit_entries.action", "audit_entries.actor", "audit_entries.request", "audit_entries.result", "audit_entries.subject_kind",
        "attachments.content_type", "batch_plans.hindrance", "batch_plans.kind", "batch_plans.picked", "batch_plans.region_code",
        "capabilities.field_code", "capabilities.number", "capabilities.service_region_codes", "capabilities.status", "capability_addenda.parts",
        "choice_candidates.outcome", "choice_experts.declared", "choices.state", "credit_entries.rule_code", "joint_demands.members",
        "consents.purpose", "consents.version", "former_passwords.hash", "list_releases.kind", "matches.reasons", "memberships.role",
        "notification_choices.delivery", "notification_choices.kind", "notifications.delivery", "notifications.kind",
        "one_time_links.invitation", "one_time_links.purpose",
        "opportunities.ending", "opportunities.field_code", "opportunities.number", "opportunities.status", "opportunity_addenda.parts",
        "organisations.kind", "organisations.service_region_codes", "organisations.status", "recovery_codes.hash", "remembered_columns.fields", "remembered_columns.kind", "remembered_columns.shape",
        "judges.program", "judges.words", "judgings.side", "match_counts.event", "match_counts.list", "text_vectors.model", "text_vectors.values",
        "pairing_files.content_type", "pairing_meetings.answered_side", "pairing_meetings.side", "pairing_meetings.state", "pairing_messages.side",
        "pairing_events.action", "pairing_events.outcome", "pairing_events.reason", "pairing_events.side", "pairing_events.state", "pairing_events.step",
        "pairings.company_shows", "pairings.field_code", "pairings.number", "pairings.outcome", "pairings.plan_by", "pairings.publisher_shows", "pairings.shown", "pairings.state", "pairings.steps",
        "pairings.suggested_by", "pairings.suggested_step", "verification_certificates.number",
        "showcases.certificate_number", "showcases.field_code", "showcases.number", "showcases.state", "showcases.written_for",
        "scenarios.scale", "scenarios.sphere", "staff_grants.role", "stored_files.content_type", "stored_files.purpose",
        "submissions.kind", "submissions.region_code", "submissions.verdict", "uploaded_rows.outcome",
        "workbook_uploads.failure", "workbook_uploads.fields", "workbook_uploads.kind", "workbook_uploads.shape", "workbook_uploads.state", "working_copies.kind"
    ];

    /// <summary>Where JSON holds a sentence of the portal, whose gaps people fill.</summary>
    private const string OwnSentence = "template";

    private readonly NpgsqlConnection _connection = new($"{access.Owner};Options=-c portal.work=on");
    private readonly Dictionary<string, int> _next = [];
    private readonly Dictionary<string, int> _columns = [];
    private IReadOnlyList<string> _all = [];

    /// <summary>By table and column; the number stands in the text itself.</summary>
    public IReadOnlyDictionary<string, int> Columns => _columns;

    /// <summary>What the database refuses to take as it is.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>Columns in which no row has anything that a person wrote.</summary>
    public IEnumerable<string> Untouched => _all.Except(_columns.Keys).Order(StringComparer.Ordinal);

    public static string MarkOf(int column) => $"⟦{column}⟧";

    /// <summary>Columns that have not had every payload yet.</summary>
    public IEnumerable<string> Unfinished => _columns.Keys.Where(c => _next[c] < Payloads.All.Count);

    /// <summary>Gives every text its next payloads, and those that have had all of them nothing.</summary>
    public async Task BecomeScriptsAsync()
    {
        if (_connection.State is not System.Data.ConnectionState.Open)
        {
            await _connection.OpenAsync();
            foreach (var table in (await ColumnsAsync()).Select(c => c.Table).Distinct())
            {
                await ExecuteAsync($"""ALTER TABLE "{table}" DISABLE TRIGGER USER""");
            }
        }

        var columns = await ColumnsAsync();
        _all = [.. columns.Select(c => c.Key)];
        foreach (var table in columns.Where(IsUnfinished).GroupBy(c => c.Table))
        {
            foreach (var (place, row) in await RowsAsync(table.Key))
            {
                var at = place;
                foreach (var column in table.Where(IsUnfinished))
                {
                    if (Written(column, row[column.Name]) is { } text)
                    {
                        at = await WriteAsync(column, at, text) ?? at;
                    }
                }
            }
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private bool IsUnfinished(Column column) => _next.GetValueOrDefault(column.Key) < Payloads.All.Count;

    /// <summary>Null where there is nothing that somebody wrote; of what is kept as JSON, that is whatever is in Chinese.</summary>
    private JsonNode? Written(Column column, JsonNode? value)
    {
        if (column.Kind is not "jsonb")
        {
            return column.Kind is "ARRAY" ? new JsonArray(Next(column, null)) : Next(column, (string?)value);
        }

        var changed = false;
        var text = Changed(value);
        return changed ? text : null;

        JsonNode? Changed(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject inner:
                    return new JsonObject(inner.Select(p => KeyValuePair.Create(p.Key, p.Key is OwnSentence ? p.Value?.DeepClone() : Changed(p.Value))));
                case JsonArray inner:
                    return new JsonArray([.. inner.Select(Changed)]);
                case JsonValue leaf when leaf.GetValueKind() is JsonValueKind.String && leaf.GetValue<string>().Any(c => c is >= '一' and <= '鿿' or '⟦'):
                    changed = true;
                    return Next(column, leaf.GetValue<string>());
                default:
                    return node?.DeepClone();
            }
        }
    }

    /// <summary>As many of the next payloads as there is room for, whole, and the mark of the field.</summary>
    private string Next(Column where, string? before)
    {
        var column = where.Key;
        var mark = MarkOf(_columns.TryGetValue(column, out var known) ? known : _columns[column] = _columns.Count + 1);

        // What a file is stays as it was, else nobody is given it.
        var ending = where.Name is "file_name" || column is "stored_files.name" ? Path.GetExtension(before) : null;
        var limit = where.Limit - (ending?.Length ?? 0);
        var room = Math.Max(limit - mark.Length, 0);
        var text = new StringBuilder();
        var taken = 0;
        while (taken < 12)
        {
            var payload = Payloads.All[(_next.GetValueOrDefault(column) + (7 * _columns[column])) % Payloads.All.Count];
            if (text.Length + payload.Length > room)
            {
                // One that would never fit is cut, so that the next has its turn.
                if (taken > 0)
                {
                    break;
                }

                payload = payload[..room];
            }

            text.Append(payload);
            _next[column] = _next.GetValueOrDefault(column) + 1;
            taken++;
        }

        return text.Length + mark.Length <= limit ? $"{text}{mark}{ending}" : $"{text}{ending}";
    }

    private async Task<string?> WriteAsync(Column column, string place, JsonNode value)
    {
        await using var command = new NpgsqlCommand($"""UPDATE "{column.Table}" SET "{column.Name}" = $1 WHERE ctid = $2::tid RETURNING ctid::text""", _connection);
        command.Parameters.Add(column.Kind switch
        {
            "jsonb" => new NpgsqlParameter { Value = value.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb },
            "ARRAY" => new NpgsqlParameter { Value = value.AsArray().Select(v => v!.GetValue<string>()).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            _ => new NpgsqlParameter { Value = value.GetValue<string>(), NpgsqlDbType = NpgsqlDbType.Text }
        });
        command.Parameters.Add(new NpgsqlParameter { Value = place, NpgsqlDbType = NpgsqlDbType.Text });
        try
        {
            return (string?)await command.ExecuteScalarAsync();
        }
        catch (PostgresException refusal) when (refusal.SqlState is PostgresErrorCodes.CheckViolation or PostgresErrorCodes.UniqueViolation)
        {
            Refused.Add($"{column.Key}: {refusal.ConstraintName}");
            return null;
        }
    }

    private async Task<IReadOnlyList<Column>> ColumnsAsync()
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.table_name, c.column_name, c.data_type, coalesce(c.character_maximum_length, $2)
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
              AND c.data_type IN ('text', 'character varying', 'jsonb', 'ARRAY') AND c.table_name <> ALL ($1)
            ORDER BY 1, 2
            """, _connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = OtherTables });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = LongText });
        await using var reader = await command.ExecuteReaderAsync();
        List<Column> columns = [];
        while (await reader.ReadAsync())
        {
            var column = new Column(reader.GetString(0), reader.GetString(1), reader.GetString(2), Math.Min(reader.GetInt32(3), LongText));
            if (!OtherColumns.Contains(column.Key))
            {
                columns.Add(column);
            }
        }

        return columns;
    }

    private async Task<IReadOnlyList<(string Place, JsonObject Row)>> RowsAsync(string table)
    {
        await using var command = new NpgsqlCommand($"""SELECT ctid::text, to_jsonb(r)::text FROM "{table}" r ORDER BY ctid""", _connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<(string, JsonObject)> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), JsonNode.Parse(reader.GetString(1))!.AsObject()));
        }

        return rows;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Column(string Table, string Name, string Kind, int Limit)
    {
        public string Key => $"{Table}.{Name}";
    }
}
