namespace ScenarioPortal.Matching.Index;

/// <summary>Which documents may be found.</summary>
public interface IDocumentFilter
{
    /// <param name="document">The number of a document.</param>
    bool Passes(int document);
}
