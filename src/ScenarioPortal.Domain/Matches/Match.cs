namespace ScenarioPortal.Domain.Matches;

/// <summary>
/// A computed judgement on one opportunity and one capability (匹配). It can be computed again at any time and decides nothing;
/// what people have begun is a pairing.
/// </summary>
public sealed class Match
{
    public required Guid OpportunityId { get; init; }

    public required Guid CapabilityId { get; init; }

    /// <summary>How well the two fit, from 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Why, criterion by criterion.</summary>
    public required IReadOnlyList<MatchReason> Reasons { get; init; }

    /// <summary>The revisions of the two texts that were judged.</summary>
    public required int OpportunityRevision { get; init; }

    public required int CapabilityRevision { get; init; }

    public required DateTimeOffset ComputedAt { get; init; }

    /// <summary>The number of the <see cref="Judge"/>; 0 before it was kept.</summary>
    public int JudgedBy { get; init; }
}
