namespace ScenarioPortal.Domain.Organisations;

/// <summary>What is known about an organisation besides its name; what is absent is not stated.</summary>
public sealed record OrganisationDetails
{
    public string? RegionCode { get; init; }

    public string? Zone { get; init; }

    public string? Profile { get; init; }

    public string? Qualifications { get; init; }
}
