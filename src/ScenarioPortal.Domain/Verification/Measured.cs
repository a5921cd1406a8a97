namespace ScenarioPortal.Domain.Verification;

/// <summary>What came of one criterion, in the order of the plan.</summary>
public sealed record Measured
{
    /// <summary>As it was measured; null when it was not.</summary>
    public string? Value { get; init; }

    public required MeasuredVerdict Verdict { get; init; }
}

public enum MeasuredVerdict
{
    Met,
    NotMet,
    NotMeasured
}
