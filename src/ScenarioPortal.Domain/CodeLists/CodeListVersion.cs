namespace ScenarioPortal.Domain.CodeLists;

/// <summary>Which version of a code list the database holds.</summary>
public sealed class CodeListVersion(string list, string version, DateTimeOffset loadedAt)
{
    public string List { get; private init; } = list;

    public string Version { get; private set; } = version;

    public DateTimeOffset LoadedAt { get; private set; } = loadedAt;

    public void MoveTo(string version, DateTimeOffset now) => (Version, LoadedAt) = (version, now);
}
