using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>The portal's index with BM25, over words or over words and characters.</summary>
internal sealed class OwnEngine(TextAnalyzer analyzer, bool characters) : IEngine
{
    private const float Slowness = 1.2f;
    private const float LengthShare = 0.75f;
    private const float CharacterWeight = 0.5f;
    private const int Sample = 1000;

    [ThreadStatic]
    private static List<Term>? _terms;

    private readonly MatchIndex _index = new(new ImpactIndex(1));
    private float _typicalLength = 1;
    private int _next;

    public string Name => characters ? "portal, words and characters" : "portal, words";

    public long Bytes => _index.Now.Bytes;

    public ImpactIndex Index => _index.Now;

    public void Build(IReadOnlyList<string> texts)
    {
        _typicalLength = (float)texts.Take(Sample).Average(text => Frequencies(text).Values.Sum());
        _index.Apply(texts.AsParallel().AsOrdered().Select((text, number) => Document(number, text)), []);
        _next = texts.Count;
    }

    public int Find(string text, int top)
    {
        var (terms, weights) = Query(text);
        return _index.Find(terms, weights, new IndexHit[top]);
    }

    public void Add(string text) => _index.Apply([Document(_next++, text)], []);

    /// <summary>The terms of a text with their rarity: what a search gets to see.</summary>
    public (ulong[] Terms, float[] Weights) Query(string text)
    {
        var frequencies = Frequencies(text);
        var (terms, weights, now) = (new ulong[frequencies.Count], new float[frequencies.Count], _index.Now);
        var i = 0;
        foreach (var (term, frequency) in frequencies)
        {
            var documents = now.DocumentsWith(term);
            var rarity = MathF.Log(1 + ((now.Count - documents + 0.5f) / (documents + 0.5f)));
            (terms[i], weights[i++]) = (term, frequency * rarity * (term <= char.MaxValue ? CharacterWeight : 1));
        }

        return (terms, weights);
    }

    public void Dispose() => _index.Dispose();

    private IndexedDocument Document(int number, string text)
    {
        var frequencies = Frequencies(text);
        var pivot = Slowness * (1 - LengthShare + (LengthShare * frequencies.Values.Sum() / _typicalLength));
        var (terms, impacts) = (new ulong[frequencies.Count], new float[frequencies.Count]);
        var i = 0;
        foreach (var (term, frequency) in frequencies)
        {
            (terms[i], impacts[i++]) = (term, frequency / (frequency + pivot));
        }

        return new IndexedDocument(number, terms, impacts);
    }

    private Dictionary<ulong, int> Frequencies(string text)
    {
        var terms = _terms ??= [];
        terms.Clear();
        analyzer.Analyze(text, terms);
        var frequencies = new Dictionary<ulong, int>(terms.Count);
        foreach (var term in terms)
        {
            if (characters || term.Kind != TermKind.Character)
            {
                frequencies[term.Key] = frequencies.GetValueOrDefault(term.Key) + 1;
            }
        }

        return frequencies;
    }
}
