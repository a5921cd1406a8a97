namespace ScenarioPortal.Matching.Index;

/// <summary>A document in a list, with its analysis.</summary>
internal sealed record Entry<TDocument>(Guid Id, TDocument Document, AnalysedDocument Analysis);
