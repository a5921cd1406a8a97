namespace ScenarioPortal.Benchmarks;

/// <summary>How much is measured, and for how long.</summary>
internal sealed record WebOptions
{
    public required int Opportunities { get; init; }

    public required int Capabilities { get; init; }

    public int Pairings { get; init; } = 200_000;

    /// <summary>How often all targets are gone through.</summary>
    public required int Rounds { get; init; }

    public required TimeSpan Measured { get; init; }

    /// <summary>Before a target is measured for the first time: the compiler has to get to know it.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>Only targets whose names contain one of these; all when there are none.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Where the filled database is kept from run to run.</summary>
    public required string Folder { get; init; }

    public bool Wants(string target) => Only.Count == 0 || Only.Any(name => target.Contains(name, StringComparison.OrdinalIgnoreCase));
}
