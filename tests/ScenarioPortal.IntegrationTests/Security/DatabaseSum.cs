using Npgsql;

namespace ScenarioPortal.IntegrationTests.Security;

/// <summary>A fingerprint of everything that the portal keeps: by it a test sees that nothing was changed.</summary>
internal static class DatabaseSum
{
    /// <summary>The trail grows with every refusal, a session notes when it was last seen, what is shown is counted, and messages of the outbox are done meanwhile.</summary>
    private const string Sql =
        """
        SELECT string_agg(table_name || ':' || (xpath('/row/sum/text()', query_to_xml(format(
            'SELECT coalesce(md5(string_agg(s.t, chr(10) ORDER BY s.t)), ''-'') AS sum FROM (SELECT (to_jsonb(r) - ''done_at'')::text AS t FROM %I r) s', table_name), false, true, '')))[1]::text, ' ' ORDER BY table_name)
        FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
            AND table_name NOT IN ('audit_entries', 'audit_head', 'sessions', 'data_protection_keys', 'guess_counters', 'match_counts')
        """;

    public static async Task<string> DatabaseSumAsync(this PortalHost portal)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Access.Owner);
        await using var command = owner.CreateCommand(Sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
