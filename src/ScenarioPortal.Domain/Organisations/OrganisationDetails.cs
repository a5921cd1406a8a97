namespace ScenarioPortal.Domain.Organisations;

/// <summary>What is known about an organisation besides its name; what is absent is not stated.</summary>
public sealed record OrganisationDetails
{
    public string? RegionCode { get; init; }

    public string? Zone { get; init; }

    public string? Profile { get; init; }

    /// <summary>What qualifies it besides its certificates: awards, patents, titles.</summary>
    public string? Qualifications { get; init; }

    public IReadOnlyList<Certificate> Certificates { get; init; } = [];

    /// <summary>Where it offers its services, unless a capability says otherwise.</summary>
    public IReadOnlyList<string> ServiceRegionCodes { get; init; } = [];

    public string? Website { get; init; }
}
