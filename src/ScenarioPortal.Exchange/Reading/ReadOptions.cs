namespace ScenarioPortal.Exchange.Reading;

/// <summary>What the caller may say about a reading.</summary>
public sealed record ReadOptions
{
    public static ReadOptions Default { get; } = new();

    /// <summary>How a remembered sheet was mapped; it goes before the known header names.</summary>
    public SheetMapping Mapping { get; init; } = SheetMapping.None;

    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>Told every few hundred rows and at the end.</summary>
    public IProgress<ReadProgress>? Progress { get; init; }
}
