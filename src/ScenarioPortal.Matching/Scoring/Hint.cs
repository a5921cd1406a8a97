namespace ScenarioPortal.Matching.Scoring;

/// <summary>A step of the thesaurus.</summary>
/// <param name="From">A word of the need.</param>
/// <param name="To">What it leads to.</param>
/// <param name="Phrase">The same, to be looked for in a capability.</param>
internal sealed record Hint(string From, string To, WantedPhrase Phrase);
