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
    /// <param name="document">The document's terms.</param>
    /// <param name="heading">Title and keywords, normalised; asked for only when a word may stand there.</param>
    /// <param name="text">Everything else, normalised; asked for only when a word does not stand in the heading.</param>
    public static double Score(SearchQuery query, AnalysedDocument document, Lazy<string> heading, Lazy<string> text)
    {
        var literal = Literal(query.Words, document, heading, text);
        var coverage = Coverage(query, document, literal > 0 ? 0 : LeastCoverage);
        return literal > 0 || coverage >= LeastCoverage
            ? (LiteralShare * literal) + ((1 - LiteralShare) * Math.Pow(coverage, 3))
            : 0;
    }

    private static double Literal(IReadOnlyList<SearchWord> words, AnalysedDocument document, Lazy<string> heading, Lazy<string> text)
    {
        var found = words.Sum(word => word.Text.Length * (
            !word.MayStandIn(document) ? 0
            : heading.Value.Contains(word.Text, StringComparison.Ordinal) ? 1
            : text.Value.Contains(word.Text, StringComparison.Ordinal) ? ElsewhereFactor
            : 0));
        return found / words.Sum(w => w.Text.Length);
    }

    /// <summary>The share of the term weight that the document has; 0 as soon as it is clear that this is below <paramref name="least"/>.</summary>
    private static double Coverage(SearchQuery query, AnalysedDocument document, double least)
    {
        var all = query.TermWeights.Sum(t => t.Weight);
        var (found, missing) = (0d, 0d);
        foreach (var (key, weight) in query.TermWeights)
        {
            if (SearchWord.Has(document, key))
            {
                found += weight;
            }
            else if ((missing += weight) > (1 - least) * all)
            {
                return 0;
            }
        }

        return all > 0 ? found / all : 0;
    }
}
