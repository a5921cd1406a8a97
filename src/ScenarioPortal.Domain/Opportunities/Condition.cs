namespace ScenarioPortal.Domain.Opportunities;

/// <summary>Something that the need asks of a supplier: required excludes those who lack it, a wish only ranks.</summary>
public sealed record Condition
{
    public const int TextMaxLength = 200;

    public required string Text { get; init; }

    public required bool Required { get; init; }
}
