namespace ScenarioPortal.Web.Files;

/// <summary>A file that passed the check.</summary>
internal sealed record Upload
{
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }
}
