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

    public void Build(IReadOnlyList<string> texts)
    {
        _typicalLength = texts.Take(Sample).Average(text => Vector(text).Length);

        // Not the list itself: of that each thread would take a half, and one half would be kept until the other is indexed.
        var numbered = texts.Select((text, number) => (Number: number, Text: text));
        _index.Apply(numbered.AsParallel().AsOrdered().Select(t => Document(t.Number, t.Text)), []);
        _next = texts.Count;
    }

    public int[] Find(string text, int top)
    {
        var (terms, weights) = Query(text);
        var best = new IndexHit[top];
        return Array.ConvertAll(best[.._index.Find(terms, weights, best)], hit => hit.Document);
    }

    public void Add(string text) => _index.Apply([Document(_next++, text)], []);

    public void Dispose() => _index.Dispose();

    /// <summary>The terms of a text with their rarity: what a search gets to see.</summary>
    private (ulong[] Terms, float[] Weights) Query(string text)
    {
        var (vector, now) = (Vector(text), _index.Now);
        var weights = new float[vector.Keys.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var documents = now.DocumentsWith(vector.Keys[i]);
            var rarity = MathF.Log(1 + ((now.Count - documents + 0.5f) / (documents + 0.5f)));
            weights[i] = vector.Frequencies[i] * rarity * (vector.Keys[i] <= char.MaxValue ? CharacterWeight : 1);
        }

        return (vector.Keys, weights);
    }

    private IndexedDocument Document(int number, string text)
    {
        var vector = Vector(text);
        var pivot = Slowness * (1 - LengthShare + (LengthShare * vector.Length / _typicalLength));
        return new IndexedDocument(number, vector.Keys, Array.ConvertAll(vector.Frequencies, frequency => frequency / (frequency + pivot)));
    }

    private TermVector Vector(string text)
    {
        var terms = _terms ??= [];
        terms.Clear();
        analyzer.Analyze(text, terms);
        var vector = new TermVectorBuilder();
        foreach (var term in terms)
        {
            if (characters || term.Kind != TermKind.Character)
            {
                vector.Add(term.Key, 1);
            }
        }

        return vector.Build();
    }
}
