namespace ScenarioPortal.Web.Commands;

internal sealed record MatchExportArguments
{
    public required int Top { get; init; }

    public required FileInfo File { get; init; }

    /// <summary>Rank the needs for each capability instead of the capabilities for each need.</summary>
    public bool ByCapability { get; init; }

    public string? Folder { get; init; }
}
