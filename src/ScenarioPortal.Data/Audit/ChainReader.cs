using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace ScenarioPortal.Data.Audit;

/// <summary>Computes the chain of the audit trail anew, here and not with the functions in the database: those are as easily changed as the entries.</summary>
public static class ChainReader
{
    private const int FirstPart = 3;

    /// <summary>Before the first entry stands a hash of zeros.</summary>
    public static string Beginning { get; } = new('0', 64);

    private const string Sql =
        """
        SELECT at, subject_id, hash,
            sequence::text, (extract(epoch FROM at) * 1000000)::bigint::text, actor, organisation_id::text, through_operator_id::text,
            address, action, subject_kind, subject_id::text, result, request, detail::text
        FROM audit_entries ORDER BY audit_entries.sequence
        """;

    private const int ActionColumn = 9;
    private const int DetailColumn = 14;

    /// <summary>All entries in the order of their numbers.</summary>
    public static async IAsyncEnumerable<ChainLink> ReadAsync(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0 };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var previous = Beginning;
        while (await row.ReadAsync(cancellation))
        {
            var hash = row.GetString(2);
            yield return new ChainLink
            {
                Sequence = long.Parse(row.GetString(FirstPart), CultureInfo.InvariantCulture),
                At = row.GetDateTime(0),
                Action = row.GetString(ActionColumn),
                Subject = row.IsDBNull(1) ? null : row.GetGuid(1),
                Detail = row.GetString(DetailColumn),
                Hash = hash,
                Computed = HashOf(previous, row)
            };
            previous = hash;
        }
    }

    /// <summary>Number and hash of the last entry, as the trigger keeps them apart from the entries.</summary>
    public static async Task<(long Sequence, string Hash)> HeadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT sequence, hash FROM audit_head", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetInt64(0), row.GetString(1)) : (-1, "");
    }

    /// <summary>Each part with its length in bytes before it, as the trigger writes them.</summary>
    private static string HashOf(string previous, NpgsqlDataReader row)
    {
        var text = new StringBuilder();
        Add(previous);
        for (var column = FirstPart; column <= DetailColumn; column++)
        {
            Add(row.IsDBNull(column) ? null : row.GetString(column));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Add(string? part) =>
            _ = part is null ? text.Append('-') : text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(part)}:{part}");
    }
}
