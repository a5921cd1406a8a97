using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>Lucene.NET 4.8 as one would use it for Chinese: two characters make a term, BM25, one segment, the file mapped into memory.</summary>
internal sealed class LuceneEngine : IEngine
{
    private const string Field = "text";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
    private readonly Analyzer _analyzer = new CJKAnalyzer(LuceneVersion.LUCENE_48);
    private readonly MMapDirectory _directory;
    private readonly IndexWriter _writer;
    private DirectoryReader? _reader;

    public LuceneEngine()
    {
        _directory = new MMapDirectory(_folder);
        _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { Similarity = new BM25Similarity(), RAMBufferSizeMB = 256 });
    }

    public string Name => "Lucene.NET 4.8, bigrams";

    public long Bytes => new DirectoryInfo(_folder).EnumerateFiles().Sum(f => f.Length);

    public void Build(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            _writer.AddDocument(Document(text));
        }

        _writer.ForceMerge(1);
        _writer.Commit();
        _reader = DirectoryReader.Open(_writer, applyAllDeletes: true);
    }

    /// <summary>In one segment Lucene numbers documents as they come.</summary>
    public int[] Find(string text, int top)
    {
        var searcher = new IndexSearcher(_reader!) { Similarity = new BM25Similarity() };
        return Array.ConvertAll(searcher.Search(Query(text), top).ScoreDocs, hit => hit.Doc);
    }

    public void Add(string text)
    {
        _writer.AddDocument(Document(text));
        var before = _reader!;
        _reader = DirectoryReader.OpenIfChanged(before, _writer, applyAllDeletes: true) ?? before;
        if (!ReferenceEquals(before, _reader))
        {
            before.Dispose();
        }
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _writer.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Document Document(string text) => [new TextField(Field, text, Lucene.Net.Documents.Field.Store.NO)];

    private BooleanQuery Query(string text)
    {
        var frequencies = new Dictionary<string, int>();
        using var tokens = _analyzer.GetTokenStream(Field, text);
        var word = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            var term = word.ToString()!;
            frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
        }

        tokens.End();
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (term, frequency) in frequencies)
        {
            query.Add(new TermQuery(new Term(Field, term)) { Boost = frequency }, Occur.SHOULD);
        }

        return query;
    }
}
