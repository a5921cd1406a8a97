namespace ScenarioPortal.Domain.Matches;

/// <summary>One reason for or against a pair, as data: the edge makes the sentence, in its language.</summary>
public sealed record MatchReason
{
    public required Criterion Criterion { get; init; }

    public required Verdict Verdict { get; init; }

    public required ReasonDetail Detail { get; init; }

    /// <summary>What it brings to the score, or takes from it; together the points of all reasons are the score. Null where another reason has them, and in older judgements.</summary>
    public decimal? Points { get; init; }

    /// <summary>What the sentence is filled with, in the order that <see cref="ReasonDetail"/> names; invariant format.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The words themselves: for <see cref="Criterion.Purpose"/> one of the need and one of the capability.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];
}
