namespace ScenarioPortal.Matching.Index;

/// <summary>
/// Finds the documents with the highest Σ weight × impact over the terms that a query and a document share: the inner product of two
/// sparse vectors, as BM25 and its relatives are. What is found is exact for the impacts and weights as they are kept, never approximate.
/// Thread-safe; reading waits for nothing.
/// </summary>
public interface IMatchIndex
{
    /// <summary>How many documents can be found.</summary>
    int Count { get; }

    /// <summary>Writes the best documents, best first, equal scores by number, and returns how many there are.</summary>
    /// <param name="terms">The terms of the query, at most <see cref="MostTerms"/>; of none a document needs to have all.</param>
    /// <param name="weights">As many weights, in any unit; a term with none above zero takes no part.</param>
    /// <param name="best">Room for as many as are wanted; there are fewer when fewer share a term with the query.</param>
    /// <param name="filter">Which documents may be found; asked only for promising ones. Null lets all pass.</param>
    /// <exception cref="ArgumentException">There are not as many weights as terms, or too many terms.</exception>
    int Find(ReadOnlySpan<ulong> terms, ReadOnlySpan<float> weights, Span<IndexHit> best, IDocumentFilter? filter = null);

    /// <summary>The longest query: with more terms the sum of the smallest shares no longer fits into 16 bits.</summary>
    const int MostTerms = 16_384;
}
