namespace ScenarioPortal.Data.Audit;

/// <summary>One entry as the chain sees it: what it says of itself, and the hash that its contents and its predecessor make.</summary>
public sealed record ChainLink
{
    public required long Sequence { get; init; }

    public required DateTime At { get; init; }

    public required string Action { get; init; }

    public required Guid? Subject { get; init; }

    /// <summary>JSON as the database writes it.</summary>
    public required string Detail { get; init; }

    /// <summary>The hash that stands in the entry.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash computed anew from the contents and the hash that stands in the entry before.</summary>
    public required string Computed { get; init; }
}
