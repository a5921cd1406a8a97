using ScenarioPortal.Matching.Index;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>
/// How well a document answers typed words, 0–1: 0.6 · the share of the typed characters that stand in it as typed (in full where
/// in title or keywords, 0.8 elsewhere) + 0.4 · (share of the term weight that it has)³. The cube is what makes "nearly all
/// words" count; below 0.6 of the weight, and with no word as typed, it is no answer.
/// </summary>
internal static class SearchScorer
{
    private const double LiteralShare = 0.6;
    private const double ElsewhereFactor = 0.8;
    private const double LeastCoverage = 0.6;

    /// <param name="query">What was typed.</param>
    /// <param name="heading">Title and keywords, normalised.</param>
    /// <param name="text">Everything else, normalised.</param>
    /// <param name="document">The document's terms.</param>
    public static double Score(SearchQuery query, string heading, string text, AnalysedDocument document)
    {
        var literal = Literal(query.Words, heading, text);
        var coverage = Coverage(query, document);
        return literal > 0 || coverage >= LeastCoverage
            ? (LiteralShare * literal) + ((1 - LiteralShare) * Math.Pow(coverage, 3))
            : 0;
    }

    private static double Literal(IReadOnlyList<string> words, string heading, string text)
    {
        var found = words.Sum(word => word.Length * (
            heading.Contains(word, StringComparison.Ordinal) ? 1
            : text.Contains(word, StringComparison.Ordinal) ? ElsewhereFactor
            : 0));
        return found / words.Sum(w => w.Length);
    }

    private static double Coverage(SearchQuery query, AnalysedDocument document)
    {
        var (found, all) = (0d, 0d);
        foreach (var (key, weight) in query.TermWeights)
        {
            all += weight;
            found += document.Matching.Contains(key) || document.SearchOnly.Contains(DocumentAnalyser.SearchOnlyKey(key)) ? weight : 0;
        }

        return all > 0 ? found / all : 0;
    }
}
