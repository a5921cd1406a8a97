namespace ScenarioPortal.Domain.Matches;

/// <summary>A sentence or clause of one side, as it was written.</summary>
/// <param name="Side">Whose words they are.</param>
/// <param name="Text">The words.</param>
/// <param name="Highlights">What the two sides share: ranges into <paramref name="Text"/>, in order, apart from one another.</param>
public sealed record Passage(Side Side, string Text, IReadOnlyList<Highlight> Highlights);
