namespace ScenarioPortal.Domain.Matches;

/// <summary>
/// One reason of a match as data: what it is about, how it turned out, and the texts that met.
/// The edge makes a sentence of <see cref="Detail"/> and <see cref="Values"/> in the reader's language.
/// </summary>
public sealed record MatchReason
{
    public required Criterion Criterion { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Which sentence says it: a key of the edge's texts.</summary>
    public required string Detail { get; init; }

    /// <summary>What stands in the gaps of that sentence.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public IReadOnlyList<MatchPassage> Passages { get; init; } = [];
}
