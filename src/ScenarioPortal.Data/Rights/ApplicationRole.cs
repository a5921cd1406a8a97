using Npgsql;

namespace ScenarioPortal.Data.Rights;

/// <summary>The database role as which the portal works: it owns nothing, changes no table's shape, and cannot touch what is written in the audit trail and in the ledger of credit.</summary>
public static class ApplicationRole
{
    /// <summary>The name where no connection of its own was configured.</summary>
    public const string UsualName = "portal_application";

    /// <summary>
    /// The same database as that role. Given a connection of its own, that one; else the owner's connection, which takes the role
    /// at once: enough against mistakes in queries, not against somebody who can run any SQL.
    /// </summary>
    public static string ConnectionString(string owner, string? application) => application is { Length: > 0 }
        ? application
        : new NpgsqlConnectionStringBuilder(owner) { Options = $"-c role={UsualName}" }.ConnectionString;

    /// <summary>Gives the role what it needs, once after each migration.</summary>
    public static async Task EnsureAsync(NpgsqlDataSource owner, string? application, CancellationToken cancellation)
    {
        var given = application is { Length: > 0 } ? new NpgsqlConnectionStringBuilder(application) : null;
        var role = given?.Username ?? UsualName;
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        if (await HasRightsAsync(connection, role, cancellation))
        {
            return;
        }

        await ExecuteAsync(connection, RoleSql(role, given?.Password), cancellation);
        await ExecuteAsync(connection, GrantSql(role), cancellation);
    }

    private static async Task<bool> HasRightsAsync(NpgsqlConnection connection, string role, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT bool_and(has_table_privilege(r.oid, c.oid, 'SELECT') OR c.relname = 'audit_head')
            FROM pg_roles r, pg_class c WHERE r.rolname = $1 AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = role });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string RoleSql(string role, string? password) =>
        $"""
        DO $do$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = {Literal(role)}) THEN
                CREATE ROLE {Name(role)} {(password is null ? "NOLOGIN" : $"LOGIN PASSWORD {Literal(password)}")};
            END IF;
            IF NOT pg_has_role(current_user, {Literal(role)}, 'MEMBER') AND {(password is null ? "true" : "false")} THEN
                GRANT {Name(role)} TO CURRENT_USER;
            END IF;
        END $do$
        """;

    private static string GrantSql(string role) =>
        $"""
        GRANT USAGE ON SCHEMA public TO {Name(role)};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {Name(role)};
        GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {Name(role)};
        REVOKE UPDATE, DELETE ON audit_entries FROM {Name(role)};
        REVOKE UPDATE, DELETE ON credit_entries FROM {Name(role)};
        REVOKE ALL ON audit_head FROM {Name(role)};
        REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM {Name(role)};
        """;

    private static string Name(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
