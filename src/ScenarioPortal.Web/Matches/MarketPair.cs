namespace ScenarioPortal.Web.Matches;

/// <summary>A stored match with what assigning asks of its two sides.</summary>
internal readonly record struct MarketPair
{
    public required Guid OpportunityId { get; init; }

    public required DateTimeOffset? ReleasedAt { get; init; }

    public required Guid CapabilityId { get; init; }

    /// <summary>How many projects the capability takes at once; null when it does not say.</summary>
    public required int? ProjectsAtOnce { get; init; }

    public required double Score { get; init; }
}
