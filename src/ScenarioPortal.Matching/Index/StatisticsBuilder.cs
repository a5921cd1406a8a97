namespace ScenarioPortal.Matching.Index;

/// <summary>
/// Counts documents in and out on a copy: only the rows of terms that are touched are copied. Terms are counted last, so that the typical length is known
/// before, and documents can be indexed meanwhile.
/// </summary>
internal sealed class StatisticsBuilder(TermUse?[] terms, CollectionStatistics before)
{
    private readonly List<(AnalysedDocument Document, int Change)> _changes = [];
    private bool[] _copied = new bool[terms.Length];
    private TermUse?[] _terms = [.. terms];
    private int[] _fields = [.. before.FieldDocuments];
    private int _documents = before.Documents;
    private double _length = before.TotalLength;

    /// <summary>See <see cref="CollectionStatistics.TypicalLength"/>.</summary>
    public float TypicalLength => CollectionStatistics.RoundedLength(_documents, _length);

    public void Add(AnalysedDocument document) => Count(document, +1);

    public void Remove(AnalysedDocument document) => Count(document, -1);

    /// <summary>Counts the terms.</summary>
    /// <param name="vocabulary">Nobody else may add to it meanwhile.</param>
    public CollectionStatistics Build(Vocabulary vocabulary)
    {
        foreach (var (document, change) in _changes)
        {
            CountTerms(document, vocabulary, change);
        }

        _changes.Clear();
        return new CollectionStatistics(_terms, _fields, _documents, _length);
    }

    private void Count(AnalysedDocument document, int change)
    {
        _changes.Add((document, change));
        _documents += change;
        _length += change * document.Matching.Length;
        if (document.Field != FieldNames.None)
        {
            Array.Resize(ref _fields, Math.Max(_fields.Length, document.Field + 1));
            _fields[document.Field] += change;
        }
    }

    private void CountTerms(AnalysedDocument document, Vocabulary vocabulary, int change)
    {
        foreach (var key in document.Matching.Keys)
        {
            Row(vocabulary.FindOrAdd(key)).Count(document.Field, change);
        }

        foreach (var key in document.SearchOnly.Keys)
        {
            Row(vocabulary.FindOrAdd(key)).Count(FieldNames.None, change);
        }
    }

    private TermUse Row(int term)
    {
        if (term >= _terms.Length)
        {
            Array.Resize(ref _terms, Math.Max(term + 1, _terms.Length * 5 / 4));
            Array.Resize(ref _copied, _terms.Length);
        }

        if (!_copied[term])
        {
            _copied[term] = true;
            _terms[term] = _terms[term]?.Copy() ?? new TermUse();
        }

        return _terms[term]!;
    }
}
