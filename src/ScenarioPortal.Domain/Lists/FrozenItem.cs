namespace ScenarioPortal.Domain.Lists;

/// <summary>What a list row says at the moment of release, in words, as everyone will read it.</summary>
public sealed record FrozenItem
{
    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string Organisation { get; init; }

    public string? Field { get; init; }

    public string? Region { get; init; }

    public string? Budget { get; init; }

    public string? Deadline { get; init; }

    public string? Trl { get; init; }
}
