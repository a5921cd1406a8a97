namespace ScenarioPortal.Matching.Index;

/// <summary>Asks a question about a document by its number.</summary>
internal sealed class EntryFilter<TDocument>(EntryTable<TDocument> entries, Func<TDocument, bool> passes) : IDocumentFilter
    where TDocument : class
{
    public bool Passes(int document) => entries[document] is { } entry && passes(entry.Document);
}
