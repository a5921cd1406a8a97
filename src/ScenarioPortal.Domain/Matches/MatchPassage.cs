namespace ScenarioPortal.Domain.Matches;

/// <summary>A piece of one side's text that speaks for or against the match.</summary>
public sealed record MatchPassage
{
    public required Side Side { get; init; }

    public required string Text { get; init; }

    /// <summary>Which stretches of <see cref="Text"/> carry the judgement, in order and without overlap.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];
}
