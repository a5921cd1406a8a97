using ScenarioPortal.Domain.Matches;

namespace ScenarioPortal.Domain.Choosing;

/// <summary>What one company puts in the scale, as it stood when the choice began: experts and publisher look at the same.</summary>
public sealed record DossierContent
{
    /// <summary>To the stated conditions of the need, in their order.</summary>
    public required IReadOnlyList<ConditionView> Conditions { get; init; }

    /// <summary>What the company wrote.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    public int? Trl { get; init; }

    public IReadOnlyList<string> Cases { get; init; } = [];

    public string? Effect { get; init; }

    public string? RegionCode { get; init; }

    public IReadOnlyList<string> ServiceRegionCodes { get; init; } = [];

    public IReadOnlyList<string> Certificates { get; init; } = [];

    /// <summary>How many such projects it can take on at once.</summary>
    public int? ProjectsAtOnce { get; init; }
}

/// <summary>A condition, what the company says to it, and what the portal found.</summary>
public sealed record ConditionView
{
    public required string Condition { get; init; }

    public required bool Required { get; init; }

    public string? Answer { get; init; }

    public required Verdict Verdict { get; init; }
}
