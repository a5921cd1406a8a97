namespace ScenarioPortal.Domain.Pairings;

/// <summary>What a company says to one stated condition of a need.</summary>
public sealed record ConditionAnswer
{
    public const int TextMaxLength = 500;

    /// <summary>The condition as it stood then.</summary>
    public required string Condition { get; init; }

    public required string Text { get; init; }
}
