namespace ScenarioPortal.Exchange.Reading;

/// <summary>A region as the file gives it, not yet looked up: a code of six digits (GB/T 2260), a name, or both.</summary>
public sealed record RegionText
{
    public string? Code { get; init; }

    public string? Name { get; init; }
}
