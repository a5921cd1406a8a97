namespace ScenarioPortal.Data.Matches;

/// <summary>What a language model makes of the text of a published opportunity or capability.</summary>
public sealed class TextVector
{
    public const int ModelMaxLength = 200;

    /// <summary>The opportunity or capability.</summary>
    public required Guid SubjectId { get; init; }

    public required string Model { get; init; }

    /// <summary>SHA-256 of the text.</summary>
    public required byte[] TextHash { get; init; }

    /// <summary>Of length 1.</summary>
    public required float[] Values { get; init; }

    public required DateTimeOffset ComputedAt { get; init; }
}
