namespace ScenarioPortal.Matching.Index;

/// <summary>What a list of documents is like: how many, how long, which terms in how many, of which fields. Never changes.</summary>
internal sealed class CollectionStatistics
{
    private readonly TermUse?[] _terms;

    public CollectionStatistics(TermUse?[] terms, int[] fields, int documents, double totalLength)
    {
        _terms = terms;
        FieldDocuments = fields;
        Documents = documents;
        TotalLength = totalLength;
        TypicalLength = RoundedLength(documents, totalLength);
        Fields = fields.Count(f => f > 0);
    }

    public static CollectionStatistics Empty { get; } = new([], [], 0, 0);

    public int Documents { get; }

    public double TotalLength { get; }

    /// <summary>
    /// The mean length, rounded to a quarter of an octave: weights in the index stay valid while documents come and go,
    /// and are recomputed only when the mean has moved that far.
    /// </summary>
    public float TypicalLength { get; }

    /// <summary>How many documents each field has, by its number.</summary>
    public ReadOnlySpan<int> FieldCounts => FieldDocuments;

    /// <summary>How many fields have documents at all.</summary>
    public int Fields { get; }

    internal int[] FieldDocuments { get; }

    /// <summary>The use of a term by its number; null when no document has it.</summary>
    public TermUse? Use(int term) => (uint)term < (uint)_terms.Length ? _terms[term] : null;

    public int DocumentsWith(int term) => Use(term)?.Documents ?? 0;

    /// <summary>ln(1 + (N − n + ½) / (n + ½)): high for rare terms, never negative (BM25 as in Lucene).</summary>
    public float InverseFrequency(int documents) =>
        MathF.Log(1 + ((Documents - documents + 0.5f) / (documents + 0.5f)));

    public StatisticsBuilder Change() => new(_terms, this);

    internal static float RoundedLength(int documents, double totalLength) =>
        documents == 0 || totalLength <= 0 ? 1 : (float)Math.Pow(2, Math.Round(4 * Math.Log2(totalLength / documents)) / 4);
}
