using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;
using ScenarioPortal.Data.Embedded;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>Texts in a PostgreSQL of our own for its full text search: a GIN index over the same words, ordered by <c>ts_rank</c>.</summary>
internal sealed class PostgresTexts(TextAnalyzer analyzer) : IDisposable
{
    /// <summary>A question that takes longer is given up.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, int> _documentsWith = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
    private EmbeddedPostgres? _server;
    private NpgsqlDataSource? _source;

    public bool IsBuilt => _source is not null;

    public long Bytes => (long)One("SELECT pg_indexes_size('documents') + pg_relation_size('documents')")!;

    public void Build(IReadOnlyList<string> texts)
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = Path.Combine(_folder, "postgres"), Durable = false };
        _server = EmbeddedPostgres.StartAsync(options, CancellationToken.None).GetAwaiter().GetResult();
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_server.ConnectionString) { CommandTimeout = 0 });
        Do("CREATE UNLOGGED TABLE texts (words text[]); CREATE UNLOGGED TABLE documents (id bigint GENERATED ALWAYS AS IDENTITY, terms tsvector NOT NULL)");
        using (var connection = _source.OpenConnection())
        using (var copy = connection.BeginBinaryImport("COPY texts FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var words in texts.AsParallel().AsOrdered().Select(Words))
            {
                foreach (var word in words)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_documentsWith, word, out _)++;
                }

                copy.StartRow();
                copy.Write(words, NpgsqlDbType.Array | NpgsqlDbType.Text);
            }

            copy.Complete();
        }

        Do("INSERT INTO documents (terms) SELECT array_to_tsvector(words) FROM texts; DROP TABLE texts; CREATE INDEX ON documents USING gin (terms); VACUUM ANALYZE documents");
    }

    /// <summary>The texts with any of the words of a text, or of the rarest of them, best first.</summary>
    public int[] Find(string text, int? rarest, int top)
    {
        var words = Words(text).OrderBy(w => _documentsWith.GetValueOrDefault(w)).Take(rarest ?? int.MaxValue);
        using var connection = _source!.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM documents WHERE terms @@ $1::text::tsquery ORDER BY ts_rank(terms, $1::text::tsquery) DESC LIMIT $2";
        command.Parameters.Add(new NpgsqlParameter { Value = string.Join('|', words.Select(w => $"'{w}'")) });
        command.Parameters.Add(new NpgsqlParameter { Value = top });
        command.CommandTimeout = (int)Limit.TotalSeconds;
        try
        {
            using var rows = command.ExecuteReader();
            var found = new List<int>();
            while (rows.Read())
            {
                found.Add((int)rows.GetInt64(0) - 1);
            }

            return [.. found];
        }
        catch (NpgsqlException problem) when (problem.InnerException is TimeoutException)
        {
            throw new TimeoutException($"No answer in {Limit.TotalSeconds:0} s.", problem);
        }
    }

    public void Add(string text)
    {
        using var command = _source!.CreateCommand("INSERT INTO documents (terms) VALUES (array_to_tsvector($1))");
        command.Parameters.AddWithValue(Words(text));
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _source?.Dispose();
        _server?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Words(string text)
    {
        var terms = new List<Term>();
        analyzer.Analyze(text, terms);
        return [.. terms.Where(t => t.Kind != TermKind.Character).Select(t => text.Substring(t.Start, t.Length).ToLowerInvariant()).Distinct()];
    }

    /// <summary>Statement by statement: some must stand outside of a transaction.</summary>
    private void Do(string statements)
    {
        foreach (var statement in statements.Split(';'))
        {
            using var command = _source!.CreateCommand(statement);
            command.ExecuteNonQuery();
        }
    }

    private object? One(string question)
    {
        using var command = _source!.CreateCommand(question);
        return command.ExecuteScalar();
    }
}
