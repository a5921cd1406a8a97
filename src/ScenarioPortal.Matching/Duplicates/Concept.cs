namespace ScenarioPortal.Matching.Duplicates;

/// <summary>A group of words that name the same thing.</summary>
internal sealed record Concept(ConceptPart Part, IReadOnlyList<string> Words);
