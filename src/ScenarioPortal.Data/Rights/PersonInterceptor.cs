using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ScenarioPortal.Data.Rights;

/// <summary>
/// Tells the database on whose behalf a connection was opened; its row-level security does the rest. For visitors nothing need be said:
/// what is not set means nobody, and the pool forgets the person when a connection is given back.
/// </summary>
internal sealed class PersonInterceptor : DbConnectionInterceptor
{
    private const string Sql =
        """
        SELECT set_config('portal.account', $1, false), set_config('portal.reads', $2, false), set_config('portal.edits', $3, false),
            set_config('portal.owns', $4, false), set_config('portal.regions', $5, false), set_config('portal.posts', $6, false)
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (CommandFor(connection, eventData) is { } command)
        {
            using (command)
            {
                command.ExecuteNonQuery();
            }
        }
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (CommandFor(connection, eventData) is { } command)
        {
            await using (command)
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    private static NpgsqlCommand? CommandFor(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is not PortalDbContext { Person: { IsVisitor: false, IsComplete: true } person })
        {
            return null;
        }

        var command = new NpgsqlCommand(Sql, (NpgsqlConnection)connection);
        Add(person.AccountId!.Value.ToString());
        Add(Joined(person.Reads));
        Add(Joined(person.Edits));
        Add(Joined(person.Owns));
        Add(Joined(person.ReviewedPrefixes));
        Add(Joined(person.Posts.Select(p => p.Role)));
        return command;

        void Add(string value) => command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
    }

    private static string Joined<T>(IEnumerable<T> values) => string.Join(',', values);
}
