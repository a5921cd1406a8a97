namespace ScenarioPortal.Domain.Matches;

/// <summary>
/// How often something happened to a pair on one day, at one place of one list: numbers, and nothing of who it was. What is shown and opened is
/// added up; each decision has a row of its own, which is written in the transaction of what was decided.
/// </summary>
public sealed class MatchCount
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid OpportunityId { get; init; }

    public required Guid CapabilityId { get; init; }

    public required MatchEvent Event { get; init; }

    public required MatchList List { get; init; }

    /// <summary>The place on the list, from 1; 0 where it stood on none or nobody knows.</summary>
    public required int Place { get; init; }

    public required DateOnly Day { get; init; }

    public required int Count { get; init; }
}
