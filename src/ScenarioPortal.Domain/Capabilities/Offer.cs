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

    public bool SaysTheSameAs(Offer other) => DifferencesFrom(other).Count == 0;

    /// <summary>The names of the parts in which two statements differ.</summary>
    public IReadOnlyList<string> DifferencesFrom(Offer other) =>
    [
        .. new (string Part, bool Same)[]
        {
            (nameof(Title), Title == other.Title), (nameof(Description), Description == other.Description),
            (nameof(FieldCode), FieldCode == other.FieldCode && (FieldCode is not null || FieldText == other.FieldText)), (nameof(RegionCode), RegionCode == other.RegionCode), (nameof(Zone), Zone == other.Zone),
            (nameof(Technologies), Technologies.SequenceEqual(other.Technologies)), (nameof(Cases), Cases.SequenceEqual(other.Cases)), (nameof(Trl), Trl == other.Trl),
            (nameof(Innovation), Innovation == other.Innovation), (nameof(Effect), Effect == other.Effect), (nameof(ApplicableScenes), ApplicableScenes == other.ApplicableScenes),
            (nameof(TargetCustomers), TargetCustomers == other.TargetCustomers), (nameof(ServiceRegionCodes), ServiceRegionCodes.SequenceEqual(other.ServiceRegionCodes)),
            (nameof(Certificates), Certificates.SequenceEqual(other.Certificates)), (nameof(ProjectsAtOnce), ProjectsAtOnce == other.ProjectsAtOnce),
            (nameof(Contact), Contact == other.Contact)
        }.Where(p => !p.Same).Select(p => p.Part)
    ];
}
