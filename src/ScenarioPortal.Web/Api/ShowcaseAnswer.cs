using System.Text.Json.Serialization;

namespace ScenarioPortal.Web.Api;

/// <summary>One page of the public list of showcases.</summary>
internal sealed record ShowcaseAnswer
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

        public required string Title { get; init; }

        public string? Field { get; init; }

        public PairingAnswer.Region? Region { get; init; }

        public required PairingAnswer.Side Opportunity { get; init; }

        public required PairingAnswer.Side Capability { get; init; }

        public required string Solution { get; init; }

        public required IReadOnlyList<Result> Results { get; init; }

        /// <summary>By which anybody checks the results at /certificates.</summary>
        public required string CertificateCode { get; init; }

        public required DateTimeOffset ReleasedAt { get; init; }
    }

    /// <summary>One criterion: what was to be reached, and what was measured; absent when it was not.</summary>
    internal sealed record Result(string Criterion, string Target, string? Measured);
}
