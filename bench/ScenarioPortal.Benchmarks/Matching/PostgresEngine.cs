using Npgsql;
using NpgsqlTypes;
using ScenarioPortal.Data.Embedded;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>PostgreSQL's full text search over the same words: a GIN index, any of the words, ordered by <c>ts_rank</c>.</summary>
internal sealed class PostgresEngine(TextAnalyzer analyzer) : IEngine
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
    private EmbeddedPostgres? _server;
    private NpgsqlDataSource? _source;

    public string Name => "PostgreSQL full text, words";

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
                copy.StartRow();
                copy.Write(words, NpgsqlDbType.Array | NpgsqlDbType.Text);
            }

            copy.Complete();
        }

        Do("INSERT INTO documents (terms) SELECT array_to_tsvector(words) FROM texts; DROP TABLE texts; CREATE INDEX ON documents USING gin (terms); VACUUM ANALYZE documents");
    }

    public int Find(string text, int top)
    {
        using var command = _source!.CreateCommand("SELECT id FROM documents WHERE terms @@ $1::text::tsquery ORDER BY ts_rank(terms, $1::text::tsquery) DESC LIMIT $2");
        command.Parameters.AddWithValue(string.Join('|', Words(text).Select(w => $"'{w}'")));
        command.Parameters.AddWithValue(top);
        using var rows = command.ExecuteReader();
        var found = 0;
        while (rows.Read())
        {
            found++;
        }

        return found;
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
