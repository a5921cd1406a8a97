namespace ScenarioPortal.Matching.Thesauri;

/// <summary>A text as the miner reads it: its words, and the code of its field when it has one.</summary>
public sealed record ReadText(IReadOnlyCollection<string> Words, string? Field);
