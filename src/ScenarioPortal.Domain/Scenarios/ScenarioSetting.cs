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

    /// <summary>The names of the parts in which two settings differ; the name of the scenario follows the need and is none.</summary>
    public IReadOnlyList<string> DifferencesFrom(ScenarioSetting other) =>
    [
        .. new (string Part, bool Same)[]
        {
            (nameof(RegionCode), RegionCode == other.RegionCode), (nameof(Zone), Zone == other.Zone), (nameof(LandingArea), LandingArea == other.LandingArea), (nameof(Scale), Scale == other.Scale)
        }.Where(p => !p.Same).Select(p => p.Part)
    ];
}
