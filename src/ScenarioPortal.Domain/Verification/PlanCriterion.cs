namespace ScenarioPortal.Domain.Verification;

/// <summary>One thing that a pilot is to show (指标): where it stands today, where it is to come, and how that is measured.</summary>
public sealed record PlanCriterion
{
    public const int TextMaxLength = 200;

    public required string What { get; init; }

    /// <summary>As it is today; null when nobody knows.</summary>
    public string? Baseline { get; init; }

    public required string Target { get; init; }

    public required string Method { get; init; }
}
