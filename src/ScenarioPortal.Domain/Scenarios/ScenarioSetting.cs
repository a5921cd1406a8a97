namespace ScenarioPortal.Domain.Scenarios;

/// <summary>Where a scenario is and how large; what is absent is not stated.</summary>
public sealed record ScenarioSetting
{
    public required string Name { get; init; }

    public string? RegionCode { get; init; }

    public string? Zone { get; init; }

    public string? LandingArea { get; init; }

    public Scale? Scale { get; init; }

    public Sphere? Sphere { get; init; }
}
