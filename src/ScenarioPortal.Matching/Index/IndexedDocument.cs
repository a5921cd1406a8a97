namespace ScenarioPortal.Matching.Index;

/// <summary>A document as the index takes it in: a sparse vector.</summary>
/// <param name="Number">Names the document, 0 or above; of two with equal scores the lower number comes first.</param>
/// <param name="Terms">Its terms, each once.</param>
/// <param name="Impacts">How much each of them counts, above 0, in units of the index's largest impact; see <see cref="Impact"/>.</param>
public readonly record struct IndexedDocument(int Number, ReadOnlyMemory<ulong> Terms, ReadOnlyMemory<float> Impacts);
