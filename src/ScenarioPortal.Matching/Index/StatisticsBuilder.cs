namespace ScenarioPortal.Matching.Index;

/// <summary>Counts documents in and out on a copy: only the rows of terms that are touched are copied.</summary>
internal sealed class StatisticsBuilder(TermUse?[] terms, CollectionStatistics before)
{
    private bool[] _copied = new bool[terms.Length];
    private TermUse?[] _terms = [.. terms];
    private int[] _fields = [.. before.FieldDocuments];
    private int _documents = before.Documents;
    private double _length = before.TotalLength;

    public void Add(AnalysedDocument document, Vocabulary vocabulary) => Count(document, vocabulary, +1);

    public void Remove(AnalysedDocument document, Vocabulary vocabulary) => Count(document, vocabulary, -1);

    public CollectionStatistics Build() => new(_terms, _fields, _documents, _length);

    private void Count(AnalysedDocument document, Vocabulary vocabulary, int change)
    {
        _documents += change;
        _length += change * document.Matching.Length;
        if (document.Field != FieldNames.None)
        {
            Array.Resize(ref _fields, Math.Max(_fields.Length, document.Field + 1));
            _fields[document.Field] += change;
        }

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
