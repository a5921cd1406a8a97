namespace ScenarioPortal.Web.Pages.Shared;

/// <summary>The two sides that meet, above the rows of what they say.</summary>
internal sealed record MeetHead
{
    public required Guid OpportunityId { get; init; }

    public required Guid CapabilityId { get; init; }

    public string? NeedNumber { get; init; }

    public required string NeedTitle { get; init; }

    public required string NeedNote { get; init; }

    public string? CapabilityNumber { get; init; }

    public required string CapabilityTitle { get; init; }

    public required string CapabilityNote { get; init; }

    public required IReadOnlyList<MeetRow> Rows { get; init; }
}
