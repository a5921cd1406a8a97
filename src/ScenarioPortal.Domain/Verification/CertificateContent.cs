namespace ScenarioPortal.Domain.Verification;

/// <summary>What a certificate says, as it was on the day of issue.</summary>
public sealed record CertificateContent
{
    /// <summary>Of the pairing.</summary>
    public required string PairingNumber { get; init; }

    public required string Need { get; init; }

    public required string Capability { get; init; }

    public required string Publisher { get; init; }

    public required string Company { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required IReadOnlyList<CertifiedValue> Values { get; init; }

    public required string Witness { get; init; }

    public required string Conclusion { get; init; }

    public string? Reason { get; init; }

    public required string PlanHash { get; init; }
}

/// <summary>A criterion of the plan and what came of it.</summary>
public sealed record CertifiedValue(PlanCriterion Criterion, Measured Measured);
