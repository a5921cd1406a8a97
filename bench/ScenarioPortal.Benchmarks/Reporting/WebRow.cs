namespace ScenarioPortal.Benchmarks.Reporting;

/// <summary>One line of the table.</summary>
internal sealed record WebRow
{
    public required string Name { get; init; }

    /// <summary>Requests a second: the median of the rounds, the slowest and the fastest.</summary>
    public required double PerSecond { get; init; }

    public required double Slowest { get; init; }

    public required double Fastest { get; init; }

    /// <summary>Milliseconds, over all rounds.</summary>
    public required double P50 { get; init; }

    public required double P99 { get; init; }

    public required long Bytes { get; init; }

    public required double ProcessorMicroseconds { get; init; }

    public required double OfPrebuilt { get; init; }

    /// <summary>The part of its goal that is reached; absent without a goal.</summary>
    public double? OfGoal { get; init; }
}
