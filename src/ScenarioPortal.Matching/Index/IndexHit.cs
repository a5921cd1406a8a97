namespace ScenarioPortal.Matching.Index;

/// <summary>A document that was found.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Score">Σ weight × impact in the units of the query and of the documents, to about four digits.</param>
public readonly record struct IndexHit(int Document, float Score);
