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

    /// <summary>By name, with the last day where one was stated; null when none were stated, as in all batches from before they could be.</summary>
    public string? Certificates { get; init; }

    /// <summary>Who did it, of a showcase; <see cref="Organisation"/> is for whom.</summary>
    public string? Partner { get; init; }

    /// <summary>What was measured, and by which certificate one checks it, of a showcase.</summary>
    public string? Results { get; init; }

    /// <summary>In the order in which they were added; null when there are none, as in all batches from before there could be any.</summary>
    public IReadOnlyList<FrozenFile>? Files { get; init; }
}
