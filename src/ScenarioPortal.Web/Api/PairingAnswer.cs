using System.Text.Json.Serialization;

namespace ScenarioPortal.Web.Api;

/// <summary>One page of the public list of pairings.</summary>
internal sealed record PairingAnswer
{
    public required IReadOnlyList<Item> Items { get; init; }

    public required int Total { get; init; }

    public required int Page { get; init; }

    [JsonPropertyName("pageSize")]
    public required int PageSize { get; init; }

    internal sealed record Item
    {
        public required Guid Id { get; init; }

        public required string Number { get; init; }

        public required Side Opportunity { get; init; }

        public required Side Capability { get; init; }

        public string? Field { get; init; }

        public Region? Region { get; init; }

        /// <summary>Where it stands: Engaged, Agreed, Piloting, Verified, Adopted or Scaled; Declined, Withdrawn, EndedWithinLimits or Terminated when it ended on the way.</summary>
        public required string Step { get; init; }

        public required DateTimeOffset BeganAt { get; init; }

        public required DateTimeOffset StepSince { get; init; }

        public required DateTimeOffset UpdatedAt { get; init; }

        /// <summary>Whether it has stood at its step for longer than is usual; absent when it has not.</summary>
        public bool? Stuck { get; init; }

        /// <summary>Every step that it came to, in their order.</summary>
        public required IReadOnlyList<Come> Steps { get; init; }
    }

    internal sealed record Side
    {
        public required Guid Id { get; init; }

        public required string Title { get; init; }

        public required MatchAnswer.Organisation Organisation { get; init; }
    }

    internal sealed record Region
    {
        public required string Code { get; init; }

        public required string Name { get; init; }
    }

    internal sealed record Come
    {
        public required string Step { get; init; }

        public required DateTimeOffset Since { get; init; }
    }
}
