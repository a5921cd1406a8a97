namespace ScenarioPortal.Domain.Opportunities;

/// <summary>What an addendum tells its readers of a change: what stood there, what stands there now, and why.</summary>
public sealed record Correction
{
    public const int WhyMaxLength = 500;

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? Why { get; init; }
}
