using Microsoft.EntityFrameworkCore;
using Npgsql;
using ScenarioPortal.Data;

namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>
/// Reads the cards of one page of a list in their order. By hand, because it is the one statement behind every list page:
/// through the object mapper it was about a third of the work of the page.
/// </summary>
internal static class CardReader
{
    /// <param name="db">Whose connection it is, so that whatever belongs to that connection holds here too.</param>
    /// <param name="sql">A statement of the identities, <c>$1</c>, that gives the rows in their order.</param>
    /// <param name="ids">The items of the page; those that are not to be seen any more are left out.</param>
    /// <param name="cardOf">Makes a card of the current row.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IReadOnlyList<TCard>> ReadAsync<TCard>(
        PortalDbContext db, string sql, IReadOnlyList<Guid> ids, Func<NpgsqlDataReader, TCard> cardOf, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
            command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
            await using var row = await command.ExecuteReaderAsync(cancellation);
            var cards = new List<TCard>(ids.Count);
            while (await row.ReadAsync(cancellation))
            {
                cards.Add(cardOf(row));
            }

            return cards;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    extension(NpgsqlDataReader row)
    {
        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public T? ValueOrNull<T>(int column) where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
    }
}
