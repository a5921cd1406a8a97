using ScenarioPortal.Domain.Organisations;

namespace ScenarioPortal.Domain.Capabilities;

/// <summary>What an organisation says it can do; what is absent is not stated.</summary>
public sealed record Offer
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    public string? FieldCode { get; init; }

    /// <summary>The field in the organisation's own words, kept when it is none of the code list.</summary>
    public string? FieldText { get; init; }

    public string? RegionCode { get; init; }

    public string? Zone { get; init; }

    public IReadOnlyList<string> Technologies { get; init; } = [];

    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Technology readiness level 1–9 (GB/T 22900-2022).</summary>
    public int? Trl { get; init; }

    public string? Innovation { get; init; }

    public string? Effect { get; init; }

    public string? ApplicableScenes { get; init; }

    public string? TargetCustomers { get; init; }

    public IReadOnlyList<string> ServiceRegionCodes { get; init; } = [];

    public IReadOnlyList<Certificate> Certificates { get; init; } = [];

    /// <summary>How many projects it takes on at the same time.</summary>
    public int? ProjectsAtOnce { get; init; }

    public string? Contact { get; init; }

    public bool SaysTheSameAs(Offer other) =>
        WithoutLists == other.WithoutLists
        && Technologies.SequenceEqual(other.Technologies)
        && Cases.SequenceEqual(other.Cases)
        && ServiceRegionCodes.SequenceEqual(other.ServiceRegionCodes)
        && Certificates.SequenceEqual(other.Certificates);

    private Offer WithoutLists => this with { Technologies = [], Cases = [], ServiceRegionCodes = [], Certificates = [] };
}
