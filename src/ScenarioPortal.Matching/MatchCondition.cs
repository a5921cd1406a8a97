namespace ScenarioPortal.Matching;

/// <summary>A condition of a need in words: required excludes when it is known to fail, otherwise it is a wish and only ranks.</summary>
public sealed record MatchCondition
{
    public required string Text { get; init; }

    public required bool Required { get; init; }
}
