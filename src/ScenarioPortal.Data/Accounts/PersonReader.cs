using System.Text.Json;
using Npgsql;

namespace ScenarioPortal.Data.Accounts;

/// <summary>For whom work goes on that somebody asked for and did not wait for: an account with its seats as they are now, and without its posts.</summary>
public sealed class PersonReader(NpgsqlDataSource source)
{
    private const string Sql =
        $"""
        WITH live AS (SELECT id AS account_id FROM accounts WHERE id = $1 AND disabled_at IS NULL AND erased_at IS NULL)
        SELECT {SessionReader.Seats} FROM live l
        """;

    /// <summary>Null when the account is disabled or erased.</summary>
    public async Task<Person?> FindAsync(Guid account, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = account });
        return await command.ExecuteScalarAsync(cancellation) is string seats
            ? new Person { AccountId = account, IsComplete = true, Seats = JsonSerializer.Deserialize<Seat[]>(seats, JsonConversion.Options)! }
            : null;
    }
}
