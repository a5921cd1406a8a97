using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.UnitTests.Matching.Index;

/// <summary>What an index is measured by: looks at every document, term by term, and sorts.</summary>
internal sealed class ExhaustiveIndex(float largestImpact) : IMatchIndex
{
    private readonly SortedDictionary<int, byte[]> _documents = [];

    public int Count => _documents.Count;

    public void Apply(IEnumerable<IndexedDocument> changed, IEnumerable<int> removed)
    {
        foreach (var number in removed)
        {
            _documents.Remove(number);
        }

        foreach (var document in changed)
        {
            var impacts = _documents[document.Number] = new byte[IndexGen.Terms];
            for (var i = 0; i < document.Terms.Length; i++)
            {
                impacts[document.Terms.Span[i]] = Impact.Of(document.Impacts.Span[i], largestImpact);
            }
        }
    }

    public int Find(ReadOnlySpan<ulong> terms, ReadOnlySpan<float> weights, Span<IndexHit> best, IDocumentFilter? filter = null)
    {
        var query = new QueryTerm[terms.Length];
        var scale = QueryTerm.Quantise(terms, weights, query, out var count);
        var scored = new List<(int Score, int Number)>();
        foreach (var (number, impacts) in _documents)
        {
            var score = 0;
            foreach (var (term, weight) in query.AsSpan(0, count))
            {
                score += Impact.Share(weight, impacts[term]);
            }

            if (score > 0 && filter?.Passes(number) != false)
            {
                scored.Add((score, number));
            }
        }

        // A stable order: of equal scores the lower number, as they come.
        var found = scored.OrderByDescending(s => s.Score).Take(best.Length).Select(s => new IndexHit(s.Number, s.Score * Impact.Unit(scale, largestImpact))).ToArray();
        found.CopyTo(best);
        return found.Length;
    }
}
