using ScenarioPortal.Matching.Index;
using ScenarioPortal.Matching.Text;

namespace ScenarioPortal.Matching.Scoring;

/// <summary>Finds documents of one list by typed words: names, numbers and titles first, then what has nearly all of the words.</summary>
internal sealed class Searcher<TDocument>(
    DocumentList<TDocument> list, TextAnalyzer text, DocumentAnalyser analyser, Vocabulary vocabulary, Func<TDocument, SearchedText> read)
    where TDocument : class
{
    private const int FewestCandidates = 200;

    public IReadOnlyList<SearchHit> Search(string words, int top, Func<TDocument, bool>? filter)
    {
        var query = Query(words);
        return query.Words.Count == 0
            ? []
            : [.. list.Best(query.Terms, Math.Max(FewestCandidates, top), filter)
                .Select(entry => new SearchHit(entry.Id, Score(query, entry)))
                .Where(hit => hit.Score > 0)
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Id)
                .Take(top)];
    }

    private double Score(SearchQuery query, Entry<TDocument> entry) =>
        SearchScorer.Score(query, entry.Analysis, new(() => text.Normalise(read(entry.Document).Heading)), new(() => text.Normalise(read(entry.Document).Body)));

    private SearchQuery Query(string words)
    {
        var keys = analyser.Terms(words).Select(t => t.Key).Distinct().ToArray();
        var weighed = keys.Select(key => (Key: key, Weight: Rarity(key))).OrderByDescending(t => t.Weight).ToArray();
        var both = weighed
            .Concat(weighed.Select(t => (Key: DocumentAnalyser.SearchOnlyKey(t.Key), t.Weight)))
            .OrderBy(t => t.Key)
            .ToArray();
        return new SearchQuery(
            [.. text.Normalise(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Word)],
            new WeightedTerms([.. both.Select(t => t.Key)], [.. both.Select(t => t.Weight)]),
            weighed);
    }

    private SearchWord Word(string word) =>
        new(word, [.. analyser.Terms(word).Where(t => t.Kind == TermKind.Character).Select(t => t.Key).Distinct()]);

    /// <summary>Over texts and keywords together.</summary>
    private float Rarity(ulong key)
    {
        var documents = list.Statistics.DocumentsWith(vocabulary.Find(key))
            + list.Statistics.DocumentsWith(vocabulary.Find(DocumentAnalyser.SearchOnlyKey(key)));
        return list.Statistics.InverseFrequency(Math.Min(documents, list.Statistics.Documents));
    }
}
