namespace ScenarioPortal.Data.Embedded;

/// <summary>Where an embedded server keeps its data and where its programs are looked for.</summary>
public sealed record EmbeddedPostgresOptions
{
    public required string DataDirectory { get; init; }

    /// <summary>Directories from which <c>node_modules</c> is looked for, each upward to its root.</summary>
    public IReadOnlyList<string> BinariesSearchRoots { get; init; } = [AppContext.BaseDirectory, Directory.GetCurrentDirectory()];

    /// <summary>False where losing the data in a power cut is acceptable, as in tests: nothing waits for the disk.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Told, a line at a time, what a person may want to know.</summary>
    public Action<string> Log { get; init; } = _ => { };
}
